/**
 * `npm run chaos`: R1 in its long form, ten minutes on each database; then R7, two thousand effects through a stormy Slack.
 *
 * Arguments: `--only crashes|slack --minutes 10 --clients 20 --database pglite|postgres|both --signal SIGKILL|SIGTERM`; the environment's SEED plays a run again, and
 * TEST_POSTGRES_URL says where Postgres is. Ends with 1 when anything that was promised is missing.
 */
import { parseArgs } from 'node:util';
import { postgres } from '../contract/services.ts';
import { seed } from '../seed.ts';
import { ownFolder, ownPostgres } from './own-services.ts';
import { expectedOf, slackStorm } from './slack-storm.ts';
import { storm } from './storm.ts';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    clients: { type: 'string', default: '20' },
    database: { type: 'string', default: 'both' },
    signal: { type: 'string', default: 'SIGKILL' },
    only: { type: 'string' },
  },
});

const databases = { pglite: ownFolder, postgres: () => ownPostgres(postgres.url) } as const;
const wanted =
  values.database === 'both' ? (['pglite', 'postgres'] as const) : [values.database as keyof typeof databases];

let broken = false;
console.info(`SEED=${seed}`);
for (const name of values.only === 'slack' ? [] : wanted) {
  if (name === 'postgres' && !postgres.here) {
    console.info(`postgres: left out, nothing answers at ${new URL(postgres.url).host}`);
    continue;
  }
  await using database = await databases[name]();
  const seconds = Number(values.minutes) * 60;
  const say = (line: string) => console.info(`${name}: ${line}`);
  const { figures, violations } = await storm({
    signal: values.signal === 'SIGTERM' ? 'SIGTERM' : 'SIGKILL',
    killsAtLeast: 1,
    env: database.env,
    seconds,
    clients: Number(values.clients),
    seed,
    say,
  });
  for (const { rule, enquiry, detail } of violations.slice(0, 50)) say(`${rule} ${enquiry}: ${detail}`);
  console.info(JSON.stringify({ database: name, ...figures }, null, 2));
  broken ||= violations.length > 0 || figures.withoutHolder !== 0 || figures.strange.length > 0;
}
if (values.only !== 'crashes') {
  const figures = await slackStorm({
    seed,
    citizens: 60,
    messagesEach: 28,
    answersEach: 8,
    outageMinutes: 30,
    speed: 40,
    giveUpAfterSeconds: 1_800,
    say: (line) => console.info(`slack: ${line}`),
  });
  console.info(JSON.stringify({ slack: figures }, null, 2));
  const wrong = expectedOf(figures);
  for (const line of wrong) console.info(`slack: ${line}`);
  broken ||= wrong.length > 0 || figures.effects < 2_000;
}
process.exit(broken ? 1 : 0);
