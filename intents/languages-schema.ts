/**
 * The shape of `_languages.yaml`: the fixed texts in the languages we do not answer freely in.
 * Says what is wrong inside the file only; `check.ts` looks across files.
 */
import { z } from 'zod';
import { type ForeignTextKey, foreignTextKeys } from '../src/domain/saying.ts';
import { type ForeignLanguage, foreignLanguages } from '../src/domain/words.ts';
import { day, words } from './words-schema.ts';

type TextsShape = Record<ForeignTextKey, typeof words>;
const textsShape = z.strictObject(Object.fromEntries(foreignTextKeys.map((key) => [key, words])) as TextsShape);

const languageShape = z.strictObject({
  name: words,
  /** Role of the person who vouches for the words; must have the language as mother tongue. */
  reviewer: words,
  /** Day that person read them; absent until it has happened. */
  checked: day.optional(),
  texts: textsShape,
});
const ownLanguageShape = z.strictObject({ reviewer: words, checked: day.optional(), texts: textsShape.partial() });

type FileShape<Language> = Record<ForeignLanguage, Language>;
const everyLanguage = <Language>(shape: Language): FileShape<Language> =>
  Object.fromEntries(foreignLanguages.map((language) => [language, shape])) as FileShape<Language>;

/** `faelles/_languages.yaml`: every language with every text. */
const languagesShape = z.strictObject(everyLanguage(languageShape));
export const languagesFile = languagesShape;

/** `<kommune>/_languages.yaml`: only the texts this municipality words in its own way. */
export const ownLanguagesFile = z.strictObject(everyLanguage(ownLanguageShape)).partial();

export type Languages = z.output<typeof languagesFile>;
export type OwnLanguages = z.output<typeof ownLanguagesFile>;

/** Objects whose names are fixed, to guess at misspelt ones. */
export const languageShapes = [languagesShape, languageShape, textsShape] as const;
