/** What the widget says beside the portal's own words. */
export type WidgetWords = {
  readonly open: string;
  readonly close: string;
  readonly sendPage: string;
  readonly sendPicture: string;
  readonly choosePicture: string;
  readonly pictureOf: string;
  readonly failed: string;
  readonly another: string;
};

const EN: WidgetWords = {
  open: 'Feedback',
  close: 'Close',
  sendPage: 'Send the address and title of this page along',
  sendPicture: 'Send a picture of the screen along',
  choosePicture: 'Or choose a picture',
  pictureOf: 'The picture that is sent along',
  failed: 'It could not be sent. Please try again.',
  another: 'Write something else',
};

const WORDS: Readonly<Record<string, WidgetWords>> = {
  en: EN,
  de: {
    open: 'Feedback',
    close: 'Schließen',
    sendPage: 'Adresse und Titel dieser Seite mitschicken',
    sendPicture: 'Ein Bild des Bildschirms mitschicken',
    choosePicture: 'Oder ein Bild auswählen',
    pictureOf: 'Das Bild, das mitgeschickt wird',
    failed: 'Es konnte nicht gesendet werden. Bitte versuchen Sie es noch einmal.',
    another: 'Noch etwas schreiben',
  },
  fr: {
    open: 'Votre avis',
    close: 'Fermer',
    sendPage: 'Joindre l’adresse et le titre de cette page',
    sendPicture: 'Joindre une image de l’écran',
    choosePicture: 'Ou choisir une image',
    pictureOf: 'L’image qui sera jointe',
    failed: 'L’envoi a échoué. Veuillez réessayer.',
    another: 'Écrire autre chose',
  },
  es: {
    open: 'Comentarios',
    close: 'Cerrar',
    sendPage: 'Enviar también la dirección y el título de esta página',
    sendPicture: 'Enviar también una imagen de la pantalla',
    choosePicture: 'O elegir una imagen',
    pictureOf: 'La imagen que se envía',
    failed: 'No se pudo enviar. Inténtelo de nuevo.',
    another: 'Escribir algo más',
  },
};

export function widgetWordsIn(language: string): WidgetWords {
  return WORDS[language] ?? EN;
}
