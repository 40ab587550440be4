/**
 * The code of an enquiry (`domain/code.ts`) as a function in the database, which fills a column when a row is made: so
 * whichever release opens an enquiry, it can be found. An index of the function alone would work it out at every update.
 * A contract test compares the two. It never changes, or codes that were read out would be lost.
 */
export const codeFunction = `
create function code_of(id text) returns text language plpgsql immutable strict parallel safe as $function$
declare
  left_over bigint := 2166136261;
  code text := '';
begin
  for place in 1..length(id) loop
    left_over := ((left_over # ascii(substr(id, place, 1))::bigint) * 16777619) & 4294967295;
  end loop;
  for place in 1..6 loop
    code := code || substr('BCDFGHJKLMNPQRSTVWXZ23456789', (left_over % 28)::integer + 1, 1);
    left_over := left_over / 28;
  end loop;
  return code;
end
$function$`;

export const codeTrigger = `
create function enquiry_coded() returns trigger language plpgsql as $function$
begin
  new.code := code_of(new.id);
  return new;
end
$function$`;
