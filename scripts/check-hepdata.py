"""Holds a HEPData submission against the official JSON schemas, which are not part of this project:

    python3 scripts/check-hepdata.py SCHEMAS SUBMISSION

SCHEMAS is a folder with the *_schema.json of one version (1.1.1), as in the validator of HEPData; SUBMISSION the folder that `spillway export --format hepdata` wrote. Needs jsonschema and
PyYAML (Debian: python3-jsonschema, python3-yaml). Says what does not fit; its exit code is 1 then.
"""
import json
import pathlib
import sys

import jsonschema
import yaml

schemas, submission = (pathlib.Path(argument) for argument in sys.argv[1:3])


documents = {path.name: json.loads(path.read_text()) for path in schemas.glob('*_schema.json')}
# Schemas name each other by an address: what they mean lies beside them.
store = {document.get('$id', name): document for name, document in documents.items()}


def validator(name):
    document = documents[name]
    return jsonschema.Draft7Validator(document, resolver=jsonschema.RefResolver.from_schema(document, store=store))


head, table, data = (validator(f'{name}_schema.json') for name in ('additional_info', 'submission', 'data'))
faults = []


def hold(schema, document, where):
    faults.extend(f"{where}: {'/'.join(map(str, error.path))}: {error.message[:160]}" for error in schema.iter_errors(document))


first, *tables = yaml.safe_load_all((submission / 'submission.yaml').read_text())
hold(head, first, 'submission.yaml, first document')
for resource in first.get('additional_resources', []):
    if not (submission / resource['location']).is_file():
        faults.append(f"submission.yaml: {resource['location']} is not there")
for one in tables:
    hold(table, one, one.get('name', 'a table without a name'))
    hold(data, yaml.safe_load((submission / one['data_file']).read_text()), one['data_file'])
print('\n'.join(faults) or f'{len(tables)} tables and {len(first.get("additional_resources", []))} files fit')
sys.exit(1 if faults else 0)
