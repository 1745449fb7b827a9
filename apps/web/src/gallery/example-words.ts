/** Believable data for the gallery, the same on every machine: everything follows from the row's number. */

const verbs = ['Let', 'Allow', 'Help', 'Remind', 'Show', 'Warn'] as const;
const actors = [
  'approvers',
  'finance teams',
  'new admins',
  'field agents',
  'auditors',
  'account owners',
  'mobile users',
] as const;
const wishes = [
  'split an invoice across cost centres',
  'approve expenses from the lock screen',
  'see why a payment was held',
  'export the audit trail as CSV',
  'set a spending limit per project',
  'find duplicate suppliers before paying twice',
  'schedule recurring transfers on working days',
  'attach receipts by forwarding an e-mail',
  'compare this quarter with the last one',
  'undo a bulk import within an hour',
] as const;

/** A well-mixed number in [0, 1) for a row and a purpose. */
export function chance(row: number, purpose: number): number {
  let mixed = (row + 1) * 0x9e_37_79_b1 + purpose * 0x85_eb_ca_6b;
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c_1b_3c_6d);
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x29_7a_2d_39);
  return ((mixed ^ (mixed >>> 15)) >>> 0) / 4_294_967_296;
}

export function choose<Item>(items: readonly [Item, ...Item[]], row: number, purpose: number): Item {
  return items[Math.floor(chance(row, purpose) * items.length)] ?? items[0];
}

export function ideaTitle(row: number): string {
  const title = `${choose(verbs, row, 1)} ${choose(actors, row, 2)} ${choose(wishes, row, 3)}`;
  return row % 97 === 0
    ? `${title}, including the cases where several people work on the same record at once and one of them is offline`
    : title;
}
