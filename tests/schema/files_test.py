"""Projects and styles of the repository fit their schemas, as an editor would see it; a wrong key does not.

Exits with 77 (skipped) where python3-yaml or python3-jsonschema is missing.
"""
import json
import pathlib
import re
import sys

try:
    import jsonschema
    import yaml
except ImportError as missing:
    print(f"skipped: {missing}")
    sys.exit(77)

ROOT = pathlib.Path(__file__).resolve().parents[2]


class CoreLoader(yaml.SafeLoader):
    """YAML as editors read it: no dates, no octal numbers, true and false only."""


CoreLoader.yaml_implicit_resolvers = {}
for tag, pattern, first in [
    ("bool", r"true|false", "tf"),
    ("null", r"~|null|", ["~", "n", ""]),
    ("int", r"[-+]?(0|[1-9][0-9]*)", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+\.[0-9]*)([eE][-+]?[0-9]+)?", "-+0123456789."),
    ("merge", r"<<", "<"),
]:
    CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), first)


def schema_of(kind):
    return json.loads((ROOT / "schemas" / f"{kind}.schema.json").read_text(encoding="utf-8"))


def errors(kind, text):
    validator = jsonschema.Draft202012Validator(schema_of(kind))
    found = validator.iter_errors(yaml.load(text, CoreLoader))
    return [f"{'/'.join(map(str, e.absolute_path))}: {e.message[:300]}" for e in found]


def main():
    wrong = []
    for kind in ("project", "style"):
        jsonschema.Draft202012Validator.check_schema(schema_of(kind))
        # Editors that know no later draft read the same file.
        jsonschema.Draft7Validator.check_schema(schema_of(kind))
    if not errors("project", "cartouche: 1\nlayer: {}") or not errors("style", "symbols: { a: { filll: red } }"):
        wrong.append("a wrong key fits the schema")
    for folder, kind in (("examples", "project"), ("docs/examples", "project"), ("styles", "style"),
                         ("docs/examples/styles", "style")):
        for file in sorted((ROOT / folder).glob("*.yaml")):
            text = file.read_text(encoding="utf-8")
            wrong += [f"{folder}/{file.name}: {error}" for error in errors(kind, text)]
            up = "../" * (folder.count("/") + 1)
            line = f"# yaml-language-server: $schema={up}schemas/{kind}.schema.json"
            if text.splitlines()[0] != line:
                wrong.append(f"{folder}/{file.name}: the first line is not '{line}'")
    print("\n".join(wrong))
    return 1 if wrong else 0


sys.exit(main())
