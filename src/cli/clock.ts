/** The instant, for the ledger's history: ISO 8601 in UTC. The one place where demarche asks for the time. */
export function clock(): string {
  return new Date().toISOString();
}
