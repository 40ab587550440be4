/** Who is at the desk: a signed cookie with the staff id and nothing else. */
import { createHmac } from 'node:crypto';
import type { CookieSerializeOptions } from '@fastify/cookie';
import { jwtVerify, SignJWT } from 'jose';
import type { Kommune, Staff } from '../../src/domain/kommune.ts';
import type { StaffId } from '../../src/domain/words.ts';
import type { Clock } from '../../src/ports.ts';

export const sessionHours = 12;
const issuer = 'indgang';
const audience = 'desk';

interface SessionNeeds {
  readonly kommune: Kommune;
  readonly clock: Clock;
  readonly secret: string;
  readonly publicUrl: string | null;
}

export interface Sessions {
  readonly cookieName: string;
  readonly cookieOptions: CookieSerializeOptions;
  start(staff: StaffId): Promise<string>;
  /** @returns null when the cookie is missing, forged or too old, or when the person no longer works here */
  read(cookie: string | undefined): Promise<Staff | null>;
}

/** Sessions of 12 hours; the cookie is `__Host-` and Secure when the public address is https. */
export function sessions({ kommune, clock, secret, publicUrl }: SessionNeeds): Sessions {
  const key = createHmac('sha256', secret).update('desk session').digest();
  const secure = publicUrl?.startsWith('https:') ?? false;
  return {
    cookieName: secure ? '__Host-indgang-desk' : 'indgang-desk',
    cookieOptions: { path: '/', httpOnly: true, sameSite: 'lax', secure },
    start(staff) {
      const now = Math.floor(clock.now() / 1000);
      return new SignJWT()
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuer(issuer)
        .setAudience(audience)
        .setSubject(staff)
        .setIssuedAt(now)
        .setExpirationTime(now + sessionHours * 3600)
        .sign(key);
    },
    async read(cookie) {
      if (!cookie) return null;
      const currentDate = new Date(clock.now());
      const checks = { issuer, audience, currentDate, algorithms: ['HS256'], requiredClaims: ['sub', 'exp'] };
      const token = await jwtVerify(cookie, key, checks).catch(() => null);
      return kommune.staff.get(token?.payload.sub as StaffId) ?? null;
    },
  };
}
