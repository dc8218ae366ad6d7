/** A function whose last result is kept while its arguments stay the same: what is made from it stays the same object. */
export function kept<Inputs extends readonly unknown[], Result>(
  work: (...inputs: Inputs) => Result,
): (...inputs: Inputs) => Result {
  let last: { readonly inputs: Inputs; readonly result: Result } | null = null;
  return (...inputs) => {
    if (!last || inputs.some((input, at) => input !== last?.inputs[at]))
      last = { inputs, result: work(...inputs) };
    return last.result;
  };
}
