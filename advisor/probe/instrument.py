# SPDX-License-Identifier: Apache-2.0
"""Puts the calls of the Probe into a module's tree, and runs it."""

import ast
import builtins
import copy
import os

from ppp_probe.probe import Probe, Site

NAME = "<probe>"  # no program can have a variable of this name


def span_of(node):
    return [
        getattr(node, name, None)
        for name in ("lineno", "col_offset", "end_lineno", "end_col_offset")
    ]


def stored(nodes):
    """The names that are assigned to in the nodes."""
    names = [one for node in nodes for one in ast.walk(node)]
    return sorted({
        one.id for one in names
        if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store)
    })


def awaits(loop):
    kinds = (ast.Await, ast.AsyncWith, ast.AsyncFor)
    return any(isinstance(one, kinds) for one in ast.walk(loop))


def call(at, method, *arguments):
    made = ast.Call(
        ast.Attribute(ast.Name(NAME, ast.Load()), method, ast.Load()),
        list(arguments),
        [],
    )
    return ast.fix_missing_locations(ast.copy_location(made, at))


class Instrumentation:
    """Puts the calls of the Probe into the tree of one module."""

    def __init__(self, tree):
        self.tree = tree
        self.parents = {}
        for node in ast.walk(tree):
            for child in ast.iter_child_nodes(node):
                self.parents[child] = node

    def find(self, span, kind):
        """An expression covers its span; a statement's may end behind it."""
        known = 4 if kind is ast.expr else 2
        for node in ast.walk(self.tree):
            if isinstance(node, kind) and span_of(node)[:known] == span[:known]:
                return node
        return None

    def locate(self, spec):
        """The nodes that a spec speaks of, or None if one is missing. To be
        asked for all loops before anything is changed."""
        comprehensions = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
        loop = self.find(spec["loop"], (ast.For,) + comprehensions)
        prelude = [self.find(span, ast.stmt) for span in spec["prelude"]]
        work = [self.find(span, ast.stmt) for span in spec["statements"]]
        expression = spec["expression"] and self.find(spec["expression"], ast.expr)
        if loop is None or (spec["expression"] and expression is None):
            return None
        body = loop.body if isinstance(loop, ast.For) else []
        if not all(one in body for one in prelude + work):
            return None
        spec["awaits"] = spec["coroutine"] and awaits(loop)
        if spec["awaits"] and isinstance(loop, ast.GeneratorExp):
            return None
        clauses = [loop] if isinstance(loop, ast.For) else loop.generators
        added = [name for name, kind in spec["accumulators"]]
        own = [self.own_object(one) for one in spec["own"]]
        if None in own:
            return None
        spec["targets"] = stored([clause.target for clause in clauses])
        names = [one["name"] for one in spec["own"] if not one["attribute"]]
        spec["assigned"] = sorted(stored([loop]) + added + names)
        return loop, prelude, work, expression, own

    def own_object(self, spec):
        """Its variable and attribute ("": the variable holds it), what makes it
        (None: it is copied), assignments to its attributes, and whether it is
        a variable of the module."""
        if spec["copied"]:
            return spec["name"], spec["attribute"], None, [], False
        made = self.find(spec["made"], ast.expr)
        if spec["call"]:
            made = ast.parse(spec["call"], mode="eval").body
        configured = [self.find(span, ast.stmt) for span in spec["configured"]]
        if made is None or None in configured:
            return None
        return spec["name"], spec["attribute"], made, configured, spec["asked"]

    def apply(self, spec, nodes):
        loop, prelude, work, expression, own = nodes
        number = ast.copy_location(ast.Constant(spec["site"]), loop)
        settles = spec["awaits"]
        if isinstance(loop, ast.For):
            if expression:
                apart = self.expression(loop, prelude, expression, number)
            else:
                apart = self.statements(loop, work, spec, number)
            apart = [self.guarded(apart, number, again=False)]
            if settles:
                apart.append(ast.Expr(self.awaited(loop, "left", number)))
            alone = ast.If(
                call(loop, "apart", number), apart + [ast.Continue()], []
            )
            loop.body.insert(0, ast.copy_location(alone, loop))
            if own:
                opening = ast.Expr(self.opening(loop, own, number))
                loop.body.insert(0, ast.copy_location(opening, loop))
            if settles:
                settled = ast.Expr(self.awaited(loop, "settle", number))
                loop.body.insert(0, ast.copy_location(settled, loop))
        else:
            self.bracket(expression, number, own, settles)
        head = loop if isinstance(loop, ast.For) else loop.generators[0]
        head.iter = call(head.iter, "items", number, head.iter)

    def opening(self, at, own, number):
        """A child makes what it must not share; true of nothing."""
        old = [self.held(at, name, attribute) for name, attribute, *rest in own]
        parts = []
        for name, attribute, made, configured, asked in own:
            if made is None:
                text = ast.Constant(f"{name}.{attribute}" if attribute else name)
                parts.append(
                    call(at, "renew", number, text, self.held(at, name, attribute))
                )
                continue
            parts.append(self.placed(at, name, attribute, copy.deepcopy(made), asked))
            for one in configured:
                target = ast.Constant(one.targets[0].attr)
                value = copy.deepcopy(one.value)
                held = self.held(at, name, attribute)
                parts.append(call(at, "configure", held, target, value))
        begun = call(at, "opens", number, *old)
        made = ast.BoolOp(ast.And(), [begun, call(at, "opened", number, *parts)])
        return ast.fix_missing_locations(ast.copy_location(made, at))

    def held(self, at, name, attribute):
        [value] = self.load([name], at)
        return ast.Attribute(value, attribute, ast.Load()) if attribute else value

    def placed(self, at, name, attribute, value, asked):
        """Puts it where the program's own is: nobody else has this process."""
        if attribute:
            return call(at, "configure", self.held(at, name, ""), ast.Constant(attribute), value)
        if asked:
            [variables] = self.load(["globals"], at)
            variables = ast.Call(variables, [], [])
            return call(at, "rebind", variables, ast.Constant(name), value)
        return ast.NamedExpr(ast.Name(name, ast.Store()), value)

    def awaited(self, at, method, *arguments):
        return ast.copy_location(ast.Await(call(at, method, *arguments)), at)

    def bracket(self, expression, number, own=(), settles=False):
        """`settles`: a comprehension that awaits, where nothing else can."""
        begun = [call(expression, "enter", number), expression]
        if own:
            begun.insert(0, self.opening(expression, own, number))
        if settles:
            begun.insert(0, self.awaited(expression, "settle", number))
        both = ast.copy_location(ast.BoolOp(ast.Or(), begun), expression)
        whole = call(expression, "worked", number, both)
        if settles:
            whole = self.awaited(expression, "left", number, whole)
        self.replace(expression, whole)

    def replace(self, old, new):
        parent = self.parents[old]
        for name, value in ast.iter_fields(parent):
            if value is old:
                setattr(parent, name, new)
            elif isinstance(value, list):
                value[:] = [new if one is old else one for one in value]

    def expression(self, loop, prelude, expression, number):
        """Brackets the work where it stands; what runs it without the loop."""
        value = call(loop, "worked", number, copy.deepcopy(expression))
        apart = [ast.Expr(call(loop, "enter", number))]
        apart += copy.deepcopy(prelude) + [ast.Expr(value)]
        holder = expression
        while not isinstance(holder, ast.stmt):
            holder = self.parents[holder]
        self.bracket(expression, number)
        self.replace(holder, self.guarded([holder], number, again=True))
        return apart

    def statements(self, loop, work, spec, number):
        added = self.load([name for name, kind in spec["accumulators"]], loop)
        begun = ast.Expr(call(loop, "enter", number, *added))
        results = ast.Tuple(self.load(spec["results"], loop), ast.Load())
        told = ast.Expr(call(loop, "worked", number, results, *added))
        whole = work + [told]
        apart = self.empty(spec["accumulators"])
        apart += [copy.deepcopy(begun)] + copy.deepcopy(whole)
        first = loop.body.index(work[0])
        guarded = self.guarded(whole, number, again=True)
        loop.body[first : first + len(work)] = [begun, guarded]
        return apart

    def load(self, names, at):
        return [ast.copy_location(ast.Name(name, ast.Load()), at) for name in names]

    def empty(self, accumulators):
        made = []
        for name, kind in accumulators:
            value = ast.List([], ast.Load()) if kind == "list" else ast.Constant(0)
            made.append(ast.Assign([ast.Name(name, ast.Store())], value))
        return made

    def guarded(self, body, number, again):
        told = ast.copy_location(ast.Expr(call(body[0], "failed", number)), body[0])
        handler = ast.ExceptHandler(
            ast.Name("BaseException", ast.Load()), None, [told]
        )
        if again:
            handler.body.append(ast.Raise())
        made = ast.Try(body, [handler], [], [])
        return ast.copy_location(made, body[0])


def probe_here(folder, spec):
    """The process's probe, or None where nobody asked for its facts."""
    fd = os.environ.pop("PPP_PROBE_FD", None)
    if fd is not None:
        os.set_inheritable(int(fd), False)
        builtins.__dict__[NAME] = Probe(spec, int(fd), folder)
    return builtins.__dict__.get(NAME)


def run(target, source, spec):
    path = os.path.abspath(target["__file__"])
    tree = ast.parse(source.encode("utf-8"), path)
    probe = probe_here(os.path.dirname(path), spec)
    if probe is not None:
        instrumentation = Instrumentation(tree)
        found = [(one, instrumentation.locate(one)) for one in spec["here"]]
        for one, nodes in found:
            site = probe.sites.setdefault(one["site"], Site(one))
            if nodes is not None:
                instrumentation.apply(one, nodes)
                continue
            site.facts["skipped"] = "the loop was not found in the tree"
            site.done = True
        ast.fix_missing_locations(tree)
        probe.write()
    exec(compile(tree, path, "exec", dont_inherit=True), target)
