/**
 * The small pieces that several files here are made of.
 */
import { z } from 'zod';
import type { Owners } from '../src/domain/intent.ts';
import { ageBands, partyCodes } from '../src/domain/words.ts';

export const words = z.string().trim().min(1);
export const party = z.enum(partyCodes);
export const day = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'Skriv dagen som 2026-11-21.');

const everyBand = [...ageBands, 'unknown'] as const;
export const ownersShape = z.strictObject({
  all: party.optional(),
  under_15: party.optional(),
  '15_17': party.optional(),
  '18_24': party.optional(),
  '25_plus': party.optional(),
  unknown: party.optional(),
});

/** Either one party for everybody (`all`), or one for each age and for the age nobody has told. */
export const owners = ownersShape.transform((file, context): Owners => {
  const { all, ...bands } = file;
  if (all !== undefined) {
    if (Object.keys(bands).length > 0) context.addIssue('Skriv enten "all" eller en ejer for hver alder, ikke begge.');
    return { under_15: all, '15_17': all, '18_24': all, '25_plus': all, unknown: all };
  }
  for (const band of everyBand) {
    if (bands[band] !== undefined) continue;
    context.addIssue(`Ejer mangler for alderen "${band}". Skriv en part, eller skriv "all" med én part til alle.`);
  }
  return bands as Owners;
}) satisfies z.ZodType<Owners>;
