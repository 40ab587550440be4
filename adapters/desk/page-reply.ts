/** How pages of the desk are answered and described, whatever they show. */
import type { FastifyReply } from 'fastify';
import { z } from 'zod';

/** Schemas of pages: described for the reader, forms are checked in the handler so that typed text is kept. */
const html = { description: 'A page', content: { 'text/html': { schema: z.string() } } };

export function page(summary: string) {
  return {
    summary,
    tags: ['pages'],
    response: { 200: html, 400: html, 404: html, 409: html, 410: html, 503: html },
  };
}

/** After a form: the next page by GET, so that reloading does not send it again. */
export function movedTo(reply: FastifyReply, address: string): string {
  reply.code(303).header('location', address).type('text/html; charset=utf-8');
  return '';
}

/**
 * Heads the answer for a page. `same-origin` lets our own forms say where they come from, which `no-referrer` would hide.
 *
 * @returns the document, to be sent
 */
export function headed(reply: FastifyReply, status: number, document: string): string {
  reply.header('cache-control', 'no-store').header('referrer-policy', 'same-origin');
  reply.code(status).type('text/html; charset=utf-8');
  return document;
}
