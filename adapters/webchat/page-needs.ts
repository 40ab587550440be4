/** What the citizen's pages need from the rest. */
import { createHmac } from 'node:crypto';
import type { Topic } from '../../src/domain/intent.ts';
import type { Kommune } from '../../src/domain/kommune.ts';
import type { Texts } from '../../src/domain/saying.ts';
import type { Clock, ForVisitors, Log } from '../../src/ports.ts';
import { type SessionNeeds, sessionSeconds } from './citizen-session.ts';
import { defaultLimits, type LimitSettings, type Limits, limitsOf } from './limits.ts';
import type { PageFiles } from './page-document.ts';
import { type Tokens, tokensOf } from './tokens.ts';

export interface CitizenPageNeeds {
  readonly visitors: ForVisitors;
  readonly clock: Clock;
  readonly log: Log;
  readonly tokens: Pick<Tokens, 'issue' | 'issueTicket'>;
  /** Base URL as citizens reach us, or null: then the request's own headers tell. */
  readonly publicUrl: string | null;
  /** What cookies are signed with; a key of their own is made from it. */
  readonly secret: string;
  readonly kommune: Pick<Kommune, 'name' | 'entrance' | 'contact' | 'helpLines' | 'exitUrl'>;
  readonly texts: Pick<Texts, 'greeting' | 'greeting_parent'>;
  /** What can be tapped before anything is written. */
  readonly topics: readonly Topic[];
  readonly limits?: Partial<LimitSettings>;
  readonly assets: {
    /** Served under `/assets/`. */
    readonly folder: string;
    readonly files: (entry: string) => PageFiles;
  };
}

/** What the pages' parts share: the needs, and what is made of them once. */
export interface CitizenPages extends CitizenPageNeeds, SessionNeeds {
  readonly pace: Limits;
  readonly files: PageFiles;
}

/** Tokens signed with this key open no stream and no route of the wire. */
function sessionKey(secret: string): Buffer {
  return createHmac('sha256', secret).update('citizen session').digest();
}

/** @throws Error when the browser's files are not built */
export function pagesOf(needs: CitizenPageNeeds): CitizenPages {
  const { clock, secret, limits, assets } = needs;
  return {
    ...needs,
    sessions: tokensOf({ clock, secret: sessionKey(secret), lifeSeconds: sessionSeconds }),
    pace: limitsOf({ clock }, { ...defaultLimits, ...limits }),
    files: assets.files('webchat/client/main.ts'),
  };
}
