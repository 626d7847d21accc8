/*
 * Free-mail providers by hand, beside the library's short list. Kept 2026-11; a wrong entry costs a real customer, a
 * missing one a quiet row, so only what is surely given to anybody stands here.
 */

const words = (groups: string[]) => groups.flatMap((group) => group.split(/\s+/));

/**
 * On the library's list, but organisations with staff at that address, public suffixes, or reserved names.
 * Calling one of these free mail would lose a real customer.
 */
export const notFree: readonly string[] = words([
  `example.com facebook.com alibaba.com aliyun.com about.com nus.edu.sg unican.es test.com test.de
   discovery.com ancestry.com medscape.com law.com space.com techspot.com swissinfo.org telstra.com
   name.com mail-tester.com dnsmadeeasy.com geek.com kansascity.com yourdomain.com mydomain.com
   doityourself.com oath.com parrot.com saudia.com depechemode.com dailypioneer.com looksmart.com aver.com
   ivillage.com casino.com www.com go.com web.id spb.ru msk.ru pp.ua zp.ua za.com fr.nf cu.cc pe.hu lex.bg
   care2.com theglobe.com hamptonroads.com bolt.com sky.com bt.com docomo.ne.jp sp.nl poste.it singpost.com`,
]);

/** Well-known providers that the library's short list lacks. */
export const alsoFree: readonly string[] = words([
  // everywhere
  `googlemail.com ymail.com rocketmail.com pm.me protonmail.ch tutanota.com tutanota.de tuta.io tuta.com
   tutamail.com keemail.me fastmail.com zohomail.com zohomail.eu passport.com duck.com gmx.us gmx.org
   email.com mail.de startmail.com runbox.com riseup.net disroot.org mailfence.com posteo.net skiff.com
   relay.firefox.com mozmail.com privaterelay.appleid.com`,
  // Germany, Austria, Switzerland
  `gmx.ch gmx.eu email.de posteo.de t-online.com magenta.de vodafone.de vodafonemail.de kabelmail.de
   unitybox.de unity-mail.de alice-dsl.net hansenet.de ewetel.net netcologne.de osnanet.de ok.de
   firemail.de mein.gmx live.de live.at live.ch hotmail.de hotmail.at hotmail.ch outlook.de outlook.at
   yahoo.at aol.de aon.at chello.at a1.net hispeed.ch sunrise.ch bluemail.ch swissonline.ch icloud.de
   kolabnow.com`,
  // France, Belgium, Luxembourg
  `hotmail.fr outlook.fr live.fr msn.fr gmx.fr numericable.fr noos.fr bbox.fr aliceadsl.fr cegetel.net
   aol.fr ymail.fr mailo.com netcourrier.com hotmail.be outlook.be live.be yahoo.be proximus.be scarlet.be
   voo.be pt.lu internet.lu`,
  // United Kingdom, Ireland
  `hotmail.co.uk outlook.co.uk live.co.uk googlemail.co.uk ymail.co.uk plus.com plus.net sky.co.uk
   talk21.com gmx.co.uk yahoo.ie hotmail.ie outlook.ie live.ie`,
  // Spain, Portugal, Latin America
  `hotmail.es outlook.es yahoo.es live.es telefonica.net movistar.es ono.com euskalnet.net hotmail.pt
   outlook.pt live.com.pt mail.telepac.pt netcabo.pt clix.pt iol.pt hotmail.com.br outlook.com.br
   bol.com.br uol.com ig.com globomail.com yahoo.com.ar hotmail.com.ar outlook.com.ar live.com.ar
   fibertel.com.ar speedy.com.ar yahoo.com.mx hotmail.com.mx live.com.mx prodigy.net.mx outlook.cl
   hotmail.cl yahoo.cl vtr.net une.net.co yahoo.com.co`,
  // Italy
  `hotmail.it outlook.it live.it yahoo.it tiscali.it tim.it inwind.it fastwebnet.it aruba.it vodafone.it
   gmx.it tiscalinet.it email.it pec.it`,
  // Netherlands, Nordic countries
  `hotmail.nl outlook.nl live.nl ziggo.nl kpnmail.nl kpnplanet.nl xs4all.nl upcmail.nl quicknet.nl
   casema.nl online.nl yahoo.nl gmx.nl hotmail.se outlook.se live.se yahoo.se telia.com bredband.net
   comhem.se hotmail.dk outlook.dk live.dk yahoo.dk mail.dk jubii.dk ofir.dk hotmail.no outlook.no live.no
   yahoo.no online.no hotmail.fi outlook.fi luukku.com suomi24.fi kolumbus.fi elisanet.fi`,
  // Poland, Czechia, Slovakia, Hungary, Romania, Greece, Türkiye, Baltic
  `op.pl poczta.onet.pl interia.eu poczta.fm tlen.pl gazeta.pl vp.pl autograf.pl buziaczek.pl email.cz
   post.cz volny.cz atlas.cz azet.sk zoznam.sk centrum.sk post.sk freemail.hu citromail.hu indamail.hu
   vipmail.hu yahoo.ro yahoo.gr hotmail.gr otenet.gr mynet.com hotmail.com.tr yahoo.com.tr mail.ee inbox.lt
   inbox.eu mail.bg dir.bg`,
  // Russia, Ukraine
  `bk.ru inbox.ru internet.ru yandex.ua yandex.by yandex.kz narod.ru lenta.ru meta.ua bigmir.net mail.ua`,
  // Asia, Oceania, Africa
  `yahoo.co.in yahoo.in rediffmail.com rediff.com hotmail.co.in outlook.in hotmail.co.jp outlook.jp live.jp
   ymail.ne.jp nifty.com biglobe.ne.jp ocn.ne.jp so-net.ne.jp ezweb.ne.jp au.com softbank.ne.jp
   i.softbank.jp docomo.ne.jp goo.jp hanmail.net kakao.com outlook.kr sohu.com 139.com 189.cn 188.com
   vip.qq.com vip.163.com aliyun.com yahoo.com.hk netvigator.com yahoo.com.sg yahoo.com.my yahoo.com.ph
   yahoo.co.id yahoo.com.vn yahoo.co.th hotmail.co.th yahoo.co.kr yahoo.com.au yahoo.co.nz hotmail.com.au
   live.com.au outlook.com.au bigpond.com.au optusnet.com internode.on.net adam.com.au xtra.co.nz
   slingshot.co.nz yahoo.co.za webmail.co.za mweb.co.za telkomsa.net vodamail.co.za walla.com zahav.net.il
   bezeqint.net emirates.net.ae`,
  // North America
  `sympatico.com bell.net videotron.ca hotmail.ca live.ca outlook.ca eastlink.ca nb.sympatico.ca
   teksavvy.com comcast.com xfinity.com windstream.net centurylink.net embarqmail.com suddenlink.net
   ameritech.net snet.net nvbell.net flash.net hughes.net spectrum.net twc.com brighthouse.com`,
]);
