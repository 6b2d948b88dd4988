/**
 * The cart line of a booking has an id made from the booking's, so that two requests with the same
 * uuid, on whatever machines, make one line. It is no secret: the booking's own row is what counts.
 */
export function visitLineId(uuid: string): string {
  return `cali_${uuid.replaceAll("-", "")}`;
}
