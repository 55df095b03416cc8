interface Policy {
  createScriptURL: (address: string) => string;
}
interface Policies {
  createPolicy: (name: string, rules: Policy) => Policy;
}

/**
 * Prepares to start workers. The page's security policy requires a worker's address to be wrapped by a named policy.
 * @param policyName the name of that policy, see `src/pipeline/security-policy.ts`; a page can use it only once
 * @param address of the worker; the policy accepts no other
 * @returns a function that starts one
 */
export function workerStarter(policyName: string, address: string): () => Worker {
  const policy = (window as { trustedTypes?: Policies }).trustedTypes?.createPolicy(policyName, {
    createScriptURL: (requested) => {
      if (requested !== address) throw new TypeError(`Unknown worker: ${requested}`);
      return requested;
    },
  });
  return () => new Worker(policy?.createScriptURL(address) ?? address, { type: 'module' });
}
