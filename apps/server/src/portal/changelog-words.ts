/** The words of a portal's changelog in the languages that portals are kept in. */
export type ChangelogWords = {
  readonly changelog: string;
  readonly changelogAbout: string;
  /** By key of those that all portals know. */
  readonly categories: Readonly<Record<string, string>>;
  readonly nothingPublished: string;
  readonly follow: string;
  readonly followText: string;
  readonly followSent: (email: string) => string;
  readonly followAs: (email: string) => string;
  readonly follows: string;
  readonly unfollowTitle: string;
  readonly unfollow: string;
  readonly unfollowed: string;
  /** At the end of mails, before the link. */
  readonly unfollowText: string;
  readonly readThere: string;
  readonly followSubject: (portal: string) => string;
  readonly followMail: (portal: string, link: string) => string;
  readonly linkOverAsk: string;
  readonly backToChangelog: string;
  readonly changelogFeed: string;
};

const EN: ChangelogWords = {
  changelog: 'Changelog',
  changelogAbout: 'What is new',
  categories: { new: 'New', improved: 'Improved', fixed: 'Fixed' },
  nothingPublished: 'Nothing here yet.',
  follow: 'Tell me what is new',
  followText: 'One mail for each entry, and none for anything else. A link in each ends it.',
  followSent: (email) =>
    `If ${email} is right, a mail is on its way to it. Press the button that its link leads to, and you are told what is new.`,
  followAs: (email) => `Tell ${email} what is new?`,
  follows: 'You are told what is new.',
  unfollowTitle: 'No more mails about what is new?',
  unfollow: 'End these mails',
  unfollowed: 'We send you no more mails about what is new.',
  unfollowText: 'You get this because you asked to be told what is new. End these mails:',
  readThere: 'Read it on the portal:',
  followSubject: (portal) => `Confirm: news from ${portal}`,
  followMail: (portal, link) =>
    `Follow this link, and press the button there, to be told what is new in ${portal}. It is good for 24 hours.\n\n${link}\n\nYou did not ask for it? Then do nothing: you get no more mails.`,
  linkOverAsk: 'This link is over. Please enter your address again.',
  backToChangelog: 'Back to the changelog',
  changelogFeed: 'Follow the changelog (feed)',
};

const DE: ChangelogWords = {
  changelog: 'Neuigkeiten',
  changelogAbout: 'Was es Neues gibt',
  categories: { new: 'Neu', improved: 'Verbessert', fixed: 'Behoben' },
  nothingPublished: 'Hier steht noch nichts.',
  follow: 'Neuigkeiten per Mail',
  followText: 'Eine Mail für jeden Eintrag, sonst keine. Ein Link darin beendet sie.',
  followSent: (email) =>
    `Wenn ${email} stimmt, ist eine Mail dorthin unterwegs. Drücke auf den Knopf, zu dem ihr Link führt, dann erfährst du, was es Neues gibt.`,
  followAs: (email) => `Neuigkeiten an ${email} senden?`,
  follows: 'Du erfährst, was es Neues gibt.',
  unfollowTitle: 'Keine Mails über Neuigkeiten mehr?',
  unfollow: 'Mails beenden',
  unfollowed: 'Wir senden dir keine Mails über Neuigkeiten mehr.',
  unfollowText: 'Du bekommst diese Mail, weil du Neuigkeiten erfahren wolltest. Mails beenden:',
  readThere: 'Im Portal lesen:',
  followSubject: (portal) => `Bitte bestätigen: Neuigkeiten von ${portal}`,
  followMail: (portal, link) =>
    `Folge diesem Link und drücke dort auf den Knopf, um zu erfahren, was es bei ${portal} Neues gibt. Er gilt 24 Stunden.\n\n${link}\n\nDas warst nicht du? Dann tu nichts: Du bekommst keine weiteren Mails.`,
  linkOverAsk: 'Dieser Link gilt nicht mehr. Bitte gib deine Adresse noch einmal ein.',
  backToChangelog: 'Zurück zu den Neuigkeiten',
  changelogFeed: 'Neuigkeiten verfolgen (Feed)',
};

const FR: ChangelogWords = {
  changelog: 'Nouveautés',
  changelogAbout: 'Ce qu’il y a de nouveau',
  categories: { new: 'Nouveau', improved: 'Amélioré', fixed: 'Corrigé' },
  nothingPublished: 'Rien ici pour le moment.',
  follow: 'Recevoir les nouveautés',
  followText: 'Un message par entrée, et aucun autre. Un lien dans chacun y met fin.',
  followSent: (email) =>
    `Si ${email} est correct, un message est en route. Suivez son lien et appuyez sur le bouton pour recevoir les nouveautés.`,
  followAs: (email) => `Envoyer les nouveautés à ${email} ?`,
  follows: 'Vous recevrez les nouveautés.',
  unfollowTitle: 'Ne plus recevoir les nouveautés ?',
  unfollow: 'Arrêter ces messages',
  unfollowed: 'Nous ne vous enverrons plus les nouveautés.',
  unfollowText: 'Vous recevez ce message parce que vous avez demandé les nouveautés. Arrêter ces messages :',
  readThere: 'Lire sur le portail :',
  followSubject: (portal) => `À confirmer : les nouveautés de ${portal}`,
  followMail: (portal, link) =>
    `Suivez ce lien et appuyez sur le bouton pour recevoir les nouveautés de ${portal}. Il est valable 24 heures.\n\n${link}\n\nCe n’était pas vous ? Alors ne faites rien : vous ne recevrez plus de messages.`,
  linkOverAsk: 'Ce lien n’est plus valable. Saisissez à nouveau votre adresse.',
  backToChangelog: 'Retour aux nouveautés',
  changelogFeed: 'Suivre les nouveautés (flux)',
};

const ES: ChangelogWords = {
  changelog: 'Novedades',
  changelogAbout: 'Lo que hay de nuevo',
  categories: { new: 'Nuevo', improved: 'Mejorado', fixed: 'Corregido' },
  nothingPublished: 'Todavía no hay nada aquí.',
  follow: 'Recibir las novedades',
  followText: 'Un correo por cada novedad y ninguno más. Un enlace en cada uno lo termina.',
  followSent: (email) =>
    `Si ${email} es correcto, un correo va en camino. Pulsa el botón al que lleva su enlace y recibirás las novedades.`,
  followAs: (email) => `¿Enviar las novedades a ${email}?`,
  follows: 'Recibirás las novedades.',
  unfollowTitle: '¿No recibir más novedades?',
  unfollow: 'Terminar estos correos',
  unfollowed: 'No te enviaremos más novedades.',
  unfollowText: 'Recibes este correo porque pediste las novedades. Terminar estos correos:',
  readThere: 'Leer en el portal:',
  followSubject: (portal) => `Confirma: novedades de ${portal}`,
  followMail: (portal, link) =>
    `Sigue este enlace y pulsa el botón para recibir las novedades de ${portal}. Vale durante 24 horas.\n\n${link}\n\n¿No fuiste tú? Entonces no hagas nada: no recibirás más correos.`,
  linkOverAsk: 'Este enlace ya no vale. Escribe tu dirección de nuevo.',
  backToChangelog: 'Volver a las novedades',
  changelogFeed: 'Seguir las novedades (feed)',
};

const WORDS: Readonly<Record<string, ChangelogWords>> = { en: EN, de: DE, fr: FR, es: ES };

export function changelogWordsIn(language: unknown): ChangelogWords {
  return WORDS[typeof language === 'string' ? language : 'en'] ?? EN;
}
