/** What a survey's page and mail say around its question. */
export type SurveyWords = {
  readonly language: string;
  readonly send: string;
  readonly thanks: string;
  readonly over: string;
  readonly again: string;
  readonly least: string;
  readonly most: string;
  readonly dissatisfied: string;
  readonly satisfied: string;
  /** Of a Kano pair, from like to dislike. */
  readonly feelings: readonly [string, string, string, string, string];
  readonly words: string;
  readonly choose: string;
  readonly tooLong: string;
  readonly answerHere: string;
};

const EN: SurveyWords = {
  language: 'en',
  send: 'Send',
  thanks: 'Thank you. Your answer has arrived.',
  over: 'This survey is over.',
  again: 'You have answered already. Thank you.',
  least: 'Not at all likely',
  most: 'Extremely likely',
  dissatisfied: 'Very dissatisfied',
  satisfied: 'Very satisfied',
  feelings: [
    'I like it that way',
    'I expect it to be that way',
    'I do not mind',
    'I can live with it',
    'I dislike it that way',
  ],
  words: 'What would you like to tell us?',
  choose: 'Please choose an answer.',
  tooLong: 'This is too long.',
  answerHere: 'Answer here; it takes a moment:',
};

const DE: SurveyWords = {
  language: 'de',
  send: 'Senden',
  thanks: 'Danke. Ihre Antwort ist angekommen.',
  over: 'Diese Umfrage ist beendet.',
  again: 'Sie haben schon geantwortet. Danke.',
  least: 'Äußerst unwahrscheinlich',
  most: 'Äußerst wahrscheinlich',
  dissatisfied: 'Sehr unzufrieden',
  satisfied: 'Sehr zufrieden',
  feelings: [
    'Das würde mich freuen',
    'Das setze ich voraus',
    'Das ist mir egal',
    'Das kann ich hinnehmen',
    'Das würde mich stören',
  ],
  words: 'Was möchten Sie uns sagen?',
  choose: 'Bitte wählen Sie eine Antwort.',
  tooLong: 'Das ist zu lang.',
  answerHere: 'Hier antworten Sie in einem Augenblick:',
};

const FR: SurveyWords = {
  language: 'fr',
  send: 'Envoyer',
  thanks: 'Merci. Votre réponse est arrivée.',
  over: 'Cette enquête est terminée.',
  again: 'Vous avez déjà répondu. Merci.',
  least: 'Pas du tout probable',
  most: 'Très probable',
  dissatisfied: 'Très insatisfait',
  satisfied: 'Très satisfait',
  feelings: [
    'Cela me plaît',
    'Je m’y attends',
    'Cela m’est égal',
    'Je peux m’en accommoder',
    'Cela me déplaît',
  ],
  words: 'Que souhaitez-vous nous dire ?',
  choose: 'Veuillez choisir une réponse.',
  tooLong: 'C’est trop long.',
  answerHere: 'Répondez ici en un instant :',
};

const ES: SurveyWords = {
  language: 'es',
  send: 'Enviar',
  thanks: 'Gracias. Su respuesta ha llegado.',
  over: 'Esta encuesta ha terminado.',
  again: 'Ya ha respondido. Gracias.',
  least: 'Nada probable',
  most: 'Muy probable',
  dissatisfied: 'Muy insatisfecho',
  satisfied: 'Muy satisfecho',
  feelings: ['Me gusta así', 'Lo espero así', 'Me da igual', 'Puedo vivir con ello', 'No me gusta así'],
  words: '¿Qué le gustaría decirnos?',
  choose: 'Elija una respuesta.',
  tooLong: 'Es demasiado largo.',
  answerHere: 'Responda aquí en un momento:',
};

const WORDS: Readonly<Record<string, SurveyWords>> = { en: EN, de: DE, fr: FR, es: ES };

export function surveyWordsIn(language: unknown): SurveyWords {
  return WORDS[typeof language === 'string' ? language : 'en'] ?? EN;
}
