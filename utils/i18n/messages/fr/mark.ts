export const mark = () => ({
  none: 'Sidelog : pas encore lu.',
  waiting: 'Sidelog : attend que vous le consigniez.',
  quiet: 'Sidelog : d’un inconnu, non compté. Vous pouvez le consigner dans le panneau.',
  confirmed: 'Sidelog : confirmé, en route vers votre CRM.',
  stuck: 'Sidelog : confirmé, mais a besoin de vous avant d’être consigné.',
  logged: 'Sidelog : consigné.',
  dismissed: 'Sidelog : non consigné, comme vous l’avez dit.',
  snoozed: 'Sidelog : remis à plus tard.',
  held: 'Sidelog : envoyé à l’instant ; sera lu quand il ne pourra plus être repris.',
  refused: (reason: string) => `Sidelog : non consigné. ${reason}`,
  openWith: (keys: string) => `Appuyez sur ${keys} pour ouvrir le panneau.`,
  openFromToolbar: 'Ouvrez le panneau avec le bouton Sidelog de la barre d’outils.',
});
