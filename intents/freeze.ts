/**
 * Makes a value unchangeable all the way down, maps included.
 */

/** Freezes `value` in place and gives it back; changing a map in it throws from then on. */
export function freeze<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  if (value instanceof Map) {
    for (const held of value.values()) freeze(held);
    for (const change of ['set', 'delete', 'clear']) Object.defineProperty(value, change, { value: refuseChange });
  } else {
    for (const held of Object.values(value)) freeze(held);
  }
  return Object.freeze(value);
}

function refuseChange(): never {
  throw new TypeError('content is read once at start and does not change');
}
