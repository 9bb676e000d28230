import type { JsonSchema } from '../../src/schema/json-schema.ts';

/** Whether a value fits a JSON Schema, word by word as the standard says them; only the words that Spillway writes. */
export function fits(value: unknown, schema: JsonSchema, root: JsonSchema = schema): boolean {
  if (schema.$ref !== undefined) return fits(value, root.$defs?.[schema.$ref.slice('#/$defs/'.length)] ?? {}, root);
  if (schema.anyOf !== undefined && !schema.anyOf.some((one) => fits(value, one, root))) return false;
  if (schema.const !== undefined && value !== schema.const) return false;
  if (schema.enum !== undefined && !schema.enum.includes(value)) return false;
  if (schema.type !== undefined && !isOfType(value, schema.type)) return false;
  if (typeof value === 'number') {
    const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = schema;
    if (minimum !== undefined && value < minimum) return false;
    if (maximum !== undefined && value > maximum) return false;
    if (exclusiveMinimum !== undefined && value <= exclusiveMinimum) return false;
    if (exclusiveMaximum !== undefined && value >= exclusiveMaximum) return false;
  }
  if (typeof value === 'string' && schema.pattern !== undefined && !new RegExp(schema.pattern).test(value))
    return false;
  if (Array.isArray(value)) {
    const { items = {}, minItems = 0, maxItems = Number.POSITIVE_INFINITY } = schema;
    return value.length >= minItems && value.length <= maxItems && value.every((entry) => fits(entry, items, root));
  }
  if (value !== null && typeof value === 'object') {
    const { properties = {}, patternProperties = {}, required = [], additionalProperties = true } = schema;
    if (required.some((key) => !Object.hasOwn(value, key))) return false;
    return Object.entries(value).every(([key, entry]) => {
      if (Object.hasOwn(properties, key)) return fits(entry, properties[key], root);
      const matching = Object.keys(patternProperties).filter((pattern) => new RegExp(pattern).test(key));
      if (matching.length > 0) return matching.every((pattern) => fits(entry, patternProperties[pattern], root));
      return typeof additionalProperties === 'boolean' ? additionalProperties : fits(entry, additionalProperties, root);
    });
  }
  return true;
}

function isOfType(value: unknown, type: string): boolean {
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'array') return Array.isArray(value);
  if (type === 'null') return value === null;
  if (type === 'object') return value !== null && typeof value === 'object' && !Array.isArray(value);
  return typeof value === type;
}
