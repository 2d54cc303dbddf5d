import { Ledger } from "../ledger/ledger.js";

/** Which ledger a command reads, and as of when. */
export interface LedgerToRead {
  readonly ledger: string;
  readonly asOf?: string;
}

/** Opens a ledger to read it, as it is or as it stood. */
export function openToRead({ ledger, asOf }: LedgerToRead): Promise<Ledger> {
  return Ledger.open(ledger, { purpose: "read", ...(asOf !== undefined && { asOf }) });
}
