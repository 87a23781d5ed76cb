/** Makes each schema once, because making one takes longer than using it: by what it is for and by the dimension. */
export function rememberSchemas<Owner extends object, Schema>(
  make: (owner: Owner, dimension: number | undefined) => Schema,
): (owner: Owner, dimension: number | undefined) => Schema {
  const known = new WeakMap<Owner, Map<number | undefined, Schema>>();
  return (owner, dimension) => {
    const ofOwner = known.get(owner) ?? new Map<number | undefined, Schema>();
    known.set(owner, ofOwner);
    const schema = ofOwner.get(dimension) ?? make(owner, dimension);
    ofOwner.set(dimension, schema);
    return schema;
  };
}
