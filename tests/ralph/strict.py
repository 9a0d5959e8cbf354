"""Reads a JSON list of statements; says which ones Ralph's strict model of xAPI 1.0.3 refuses."""

import json
import sys

from ralph.models.xapi.base.statements import BaseXapiStatement

for statement in json.load(sys.stdin):
    try:
        BaseXapiStatement.model_validate(statement)
    except Exception as error:
        print(statement.get("id"), error)
