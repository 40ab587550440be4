/**
 * The small pieces that several files here are made of.
 */
import { z } from 'zod';
import { partyCodes } from '../src/domain/words.ts';

export const words = z.string().trim().min(1);
export const party = z.enum(partyCodes);
export const day = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'Skriv dagen som 2026-11-21.');
