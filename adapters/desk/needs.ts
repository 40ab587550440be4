/** What the desk is given by whoever starts it. */
import type { Staff } from '../../src/domain/kommune.ts';
import type { ForDesks, Log, Signal } from '../../src/ports.ts';
import type { Assets } from './document.ts';
import type { DrawNeeds } from './draw-model.ts';
import type { DeskEvents } from './events.ts';
import type { Sessions } from './session.ts';

export interface DeskNeeds extends DrawNeeds {
  readonly reader: Pick<ForDesks, 'enquiry' | 'caseFile' | 'caseNotes'>;
  readonly signal: Signal;
  readonly log: Log;
  /** `demo`: choose a ready-made member of staff; only for a server bound to loopback and not in production. */
  readonly signIn: 'demo' | 'closed';
  /** Signs session cookies; 32 bytes or more. */
  readonly secret: string;
  /** Address people use, e.g. `https://unge.example.dk`, or null: then the request's own headers tell. */
  readonly publicUrl: string | null;
  readonly assets: Assets;
  /** Whether Slack answers; a signal with the topic `slack` says that it has changed. Absent is `off`. */
  readonly slackHealth?: () => 'up' | 'down' | 'off';
}

/** The same, with what the desk has made of it. */
export interface DeskParts extends DeskNeeds {
  readonly sessions: Sessions;
  readonly events: DeskEvents;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Who is signed in at the desk. */
    deskStaff: Staff | null;
  }
  interface FastifyContextConfig {
    /** Answers without sign-in. */
    deskOpen?: boolean;
    /** Answers also while the desk is closed. */
    deskAlways?: boolean;
  }
}
