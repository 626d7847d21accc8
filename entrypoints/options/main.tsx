import '@/components/welcome/welcome.css';
