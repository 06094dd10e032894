#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Write programs that differ from the goldens and traps in one thing or two.

    vary.py FOLDER COUNT

They need not mean anything: `mutation_test --programs FOLDER` only asks what is
offered for them, with a rule of the analysis and without it. The same COUNT
gives the same programs.
"""
import ast
import copy
import pathlib
import random
import sys

OTHER_METHOD = {
    "add": "discard", "append": "extend", "extend": "append", "get": "setdefault",
    "info": "warning", "items": "keys", "keys": "values", "lower": "upper",
    "read": "readline", "sort": "reverse", "strip": "split", "submit": "map",
    "update": "pop", "warning": "info", "write": "writelines",
}
OTHER_VALUES = [0, -1, 1.5, True, None, "x", 2**70]
AROUND = [
    "if len(__name__) > 3:\n    pass",
    "try:\n    pass\nexcept ValueError:\n    pass",
    "with open('x') as handle:\n    pass",
]
DECORATORS = ["staticmethod", "property", "functools.lru_cache(None)", "print"]
WRAPPERS = ["list", "iter", "reversed", "enumerate"]


def expression(text):
    return ast.parse(text, mode="eval").body


def blocks(tree):
    for node in ast.walk(tree):
        for field in ("body", "orelse", "finalbody"):
            block = getattr(node, field, None)
            if isinstance(block, list) and block and isinstance(block[0], ast.stmt):
                yield block


def one_of(tree, kind, fits=lambda node: True):
    found = [node for node in ast.walk(tree) if isinstance(node, kind) and fits(node)]
    return random.choice(found)  # IndexError: there is none


def leave_out(tree):
    block = random.choice([one for one in blocks(tree) if len(one) > 1])
    del block[random.randrange(len(block))]


def say_twice(tree):
    block = random.choice(list(blocks(tree)))
    at = random.randrange(len(block))
    block.insert(at, copy.deepcopy(block[at]))


def wrap_statement(tree):
    block = random.choice(list(blocks(tree)))
    at = random.randrange(len(block))
    [around] = ast.parse(random.choice(AROUND)).body
    around.body = [block[at]]
    block[at] = around


def change_number(tree):
    one = one_of(tree, ast.Constant, lambda node: type(node.value) is int)
    one.value = random.choice(OTHER_VALUES)


def change_method(tree):
    one = one_of(tree, ast.Attribute, lambda node: node.attr in OTHER_METHOD)
    one.attr = OTHER_METHOD[one.attr]


def change_name(tree):
    names = [one_of(tree, ast.Name, lambda node: isinstance(node.ctx, ast.Load)) for _ in "ab"]
    names[0].id = names[1].id


def unpack_arguments(tree):
    one = one_of(tree, ast.Call, lambda node: node.args)
    one.args = [ast.Starred(ast.List(one.args, ast.Load()), ast.Load())]


def drop_keyword(tree):
    one = one_of(tree, ast.Call, lambda node: node.keywords)
    del one.keywords[random.randrange(len(one.keywords))]


def wrap_source(tree):
    loop = one_of(tree, ast.For)
    loop.iter = ast.Call(expression(random.choice(WRAPPERS)), [loop.iter], [])


def add_condition(tree):
    clause = one_of(tree, ast.comprehension)
    clause.ifs.append(expression("len(repr(%s)) > 1" % ast.unparse(clause.target)))


def decorate(tree):
    one_of(tree, ast.FunctionDef).decorator_list.insert(0, expression(random.choice(DECORATORS)))


def catch_more(tree):
    handler = one_of(tree, ast.ExceptHandler)
    handler.type = expression(random.choice(["Exception", "BaseException"]))


CHANGES = [leave_out, say_twice, wrap_statement, change_number, change_method, change_name,
           unpack_arguments, drop_keyword, wrap_source, add_condition, decorate, catch_more]


def varied(text):
    """The program with up to two changes; None: it became none."""
    tree = ast.parse(text)
    for _ in range(2):
        try:
            random.choice(CHANGES)(tree)
        except IndexError:
            pass  # it has nothing of the kind
    try:
        changed = ast.unparse(ast.fix_missing_locations(tree))
        compile(changed, "varied", "exec")
    except (SyntaxError, ValueError):
        return None
    return changed


def main(folder, count):
    random.seed(count)
    tests = pathlib.Path(__file__).resolve().parent.parent
    programs = sorted([*tests.glob("transforms/*/*/before.py"), *tests.glob("traps/*/before.py")])
    # Those of several files are left out.
    alone = [one for one in programs
             if {file.name for file in one.parent.glob("*.py")} <= {"before.py", "after.py"}]
    made = 0
    while made < count:
        one = random.choice(alone)
        try:
            text = varied(one.read_text())
        except (SyntaxError, UnicodeDecodeError):
            continue  # the program is about that
        if text is None:
            continue
        place = pathlib.Path(folder, "%s_%d" % (one.parent.name, made))
        place.mkdir(parents=True)
        (place / "program.py").write_text(text)
        made += 1


main(sys.argv[1], int(sys.argv[2]))
