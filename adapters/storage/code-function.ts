/**
 * The code of an enquiry (`domain/code.ts`) as a function in the database, so that an index can hold it without a column
 * that could differ. A contract test compares the two. It never changes, or the index would be wrong.
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
