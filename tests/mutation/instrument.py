#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Copy C++ sources with every rule of the analysis behind a switch.

    instrument.py DIR ROOT SOURCE…

writes the copies and rules.cc to DIR and prints the sources that hold rules.

A rule is a statement that makes a Reason to decline or notes an effect:

    return Reason{…};  reasons.push_back(…);  note(…);  unknown(…);

and so is any other statement that these functions' results come from: a call of
a function or lambda that makes a Reason, or puts one to others. So is the early
return of a plain answer

    if (…) return false;  …true;  …std::nullopt;  …nullptr;  …{};

but not of the answer that the function gives at its end: that only leaves out
questions. The copy of such a statement runs only where

    ppp::mutation::rule(id)

says so. Where a rule stands behind `if (a || b)`, each operand is a rule, too: a
copy without it goes by the others. Such answers and operands are called plain.
Nobody lists the rules: they are found in the text, so that a new one is covered
by the next build. Lines stay where they are.
"""
import argparse
import pathlib
import re

TOKEN = re.compile(
    r"""
    (?P<skip>\s+ | //[^\n]* | /\*.*?\*/ | ^[ \t]*\#(?:[^\n\\]|\\.)*)
  | (?P<text>(?:u8|[uUL])?R"(?P<mark>[^(\s]*)\(.*?\)(?P=mark)" | (?:u8|[uUL])?"(?:[^"\\\n]|\\.)*"
            | '(?:[^'\\\n]|\\.)+')
  | (?P<name>[A-Za-z_]\w*)
  | (?P<number>\.?\d(?:[\w.']|[eE][+-])*)
  | (?P<sign>->|::|.)
    """,
    re.VERBOSE | re.DOTALL | re.MULTILINE)

CLOSING = {"{": "}", "(": ")", "[": "]"}
CONTROL = {"if", "for", "while", "switch"}
ANSWERS = {"return false ;", "return true ;", "return std :: nullopt ;", "return nullptr ;",
           "return { } ;"}

# Files whose answers decide nothing that could make a program wrong.
NO_ANSWERS = (
    "advisor/awaited.cc", "advisor/loops.cc", "advisor/weight.cc",  # where the time goes
    "advisor/remedy.cc", "advisor/repeated_query.cc",  # advice
    "advisor/probe.cc", "advisor/probe_verdict.cc",  # test runs, which prove nothing
    "advisor/library_json.cc", "advisor/plan_json.cc",  # reading of files
    "advisor/source_file.cc", "advisor/syntax.cc",  # text, which unit tests compare
    "rewrite/layout.cc", "rewrite/imports.cc", "rewrite/names.cc",  # the same
    # Loops as arrays have tests of their own (tests/generated/run.py --arrays).
    "advisor/kernel_", "rewrite/kernel_", "rewrite/transforms/vectorize_numpy.cc",
)


class Token:
    def __init__(self, kind, text, begin, end):
        self.kind, self.text, self.begin, self.end = kind, text, begin, end


class Block:
    """Braces that hold statements. head: the tokens in front of them."""

    def __init__(self, head, begin, outer):
        self.head, self.begin, self.outer = head, begin, outer
        self.statements = []  # (first token, token behind the last, own tokens)
        self.end = None

    @property
    def function(self):
        """The innermost function or lambda around."""
        block = self
        while block and not block.is_function():
            block = block.outer
        return block

    def is_lambda(self):
        return self.lambda_at() is not None

    def lambda_at(self):
        """Where [ stands in a head that ends like [&](int a) mutable -> int."""
        at = len(self.head) - 1
        if "->" in self.head:
            arrow = len(self.head) - 1 - self.head[::-1].index("->")
            if "(" not in self.head[arrow:]:
                at = arrow - 1
        while at >= 0 and self.head[at] in {"mutable", "noexcept"}:
            at -= 1
        if at >= 0 and self.head[at] == ")":
            at = self.opening(at) - 1
        if at < 0 or self.head[at] != "]":
            return None
        at = self.opening(at)
        before = self.head[at - 1] if at else ""
        index = before.isidentifier() and before != "return" or before in {")", "]"}
        return None if index else at

    def opening(self, at):
        depth = 0
        while True:
            depth += self.head[at] in {")", "]"}
            depth -= self.head[at] in {"(", "["}
            if depth == 0:
                return at
            at -= 1

    def is_function(self):
        if not self.head or self.head[0] in CONTROL | {"else", "do", "case", "default",
                                                       "namespace", "struct", "class",
                                                       "enum", "try", "union"}:
            return self.is_lambda()
        return ")" in self.head or self.is_lambda()

    def returns(self):
        """The tokens of the type that it returns; of a lambda, if written."""
        at = self.lambda_at() if self.is_lambda() else None
        if at is not None:
            arrow = [k for k, text in enumerate(self.head) if text == "->" and k > at]
            return self.head[arrow[0] + 1:] if arrow else []
        until = self.head.index("(")
        return self.head[:max(0, until - 1)]

    def name(self):
        """Of a function, or of the variable that holds a lambda."""
        if self.is_lambda():
            at = self.lambda_at()
            return self.head[at - 2] if at >= 2 and self.head[at - 1] == "=" else ""
        at = self.head.index("(")
        return self.head[at - 1] if at else ""


def tokens_of(text):
    found = []
    for match in TOKEN.finditer(text):
        if match.lastgroup != "skip" and match.group("skip") is None:
            kind = next(kind for kind in ("text", "name", "number", "sign")
                        if match.group(kind) is not None)
            found.append(Token(kind, match.group(), match.start(), match.end()))
    return found


def closing_places(tokens):
    """Index of an opening bracket -> index of its closing one."""
    places, stack = {}, []
    for at, token in enumerate(tokens):
        if token.kind != "sign":
            continue
        if token.text in CLOSING:
            stack.append(at)
        elif token.text in CLOSING.values():
            places[stack.pop()] = at
    return places


class Parser:
    """Finds the blocks and statements of a file."""

    def __init__(self, tokens):
        self.tokens = tokens
        self.closing = closing_places(tokens)
        self.blocks = []

    def opens_block(self, at, start):
        """Whether the { at `at`, in a statement from `start` on, holds statements."""
        if at == start:
            return True
        before = self.tokens[at - 1].text
        if before in {")", "else", "do", "try", "const", "noexcept", "override", "mutable"}:
            return True
        first = self.tokens[start].text
        if first in {"namespace", "struct", "class", "enum", "union", "extern", "case", "default"}:
            return before != "=" and before != "("
        # [&] { … }   or   (…) -> Type { … }
        if before == "]":
            return True
        words = [token.text for token in self.tokens[start:at]]
        if "->" not in words:
            return False
        arrow = len(words) - 1 - words[::-1].index("->")
        return words[arrow - 1] in {")", "mutable"} and "(" not in words[arrow:]

    def body(self, at, end, block):
        """Statements from token `at` to before token `end`."""
        while at < end:
            at = self.statement(at, end, block)

    def statement(self, at, end, block):
        start = at
        own = []
        while at < end:
            token = self.tokens[at]
            if token.kind == "sign" and token.text == "{" and self.opens_block(at, start):
                inner = Block(own[:] and [one.text for one in own], at, block)
                inner.end = self.closing[at]
                self.blocks.append(inner)
                self.body(at + 1, inner.end, inner)
                at = inner.end + 1
                # A lambda or initialiser goes on; any other block ends here.
                if not inner.is_lambda():
                    return at
                own.append(Token("sign", "{}", token.begin, token.end))
                continue
            if token.kind == "sign" and token.text in "([":
                for inside in range(at, self.closing[at]):
                    if self.tokens[inside].text == "{" and self.opens_block(inside, at):
                        break
                else:
                    own.extend(self.tokens[at:self.closing[at] + 1])
                    at = self.closing[at] + 1
                    if at < end and own[0].text in CONTROL and len(own) > 1 and (
                            self.header_ends(start) == at):
                        if self.tokens[at].text == "{":
                            continue
                        return at  # what is controlled is a statement of its own
                    continue
            if token.kind == "sign" and token.text == "{":
                own.extend(self.tokens[at:self.closing[at] + 1])
                at = self.closing[at] + 1
                continue
            own.append(token)
            at += 1
            if token.text == ";":
                block.statements.append((start, at, own))
                return at
            if token.text in {"else", "do"} and len(own) == 1 and self.tokens[at].text != "{":
                return at
            if token.text == ":" and own[0].text in {"case", "default"}:
                return at
        return at

    def header_ends(self, start):
        """Behind the ) of `if (…)`, `if constexpr (…)`, `for (…)`, …"""
        at = start + 1
        while self.tokens[at].text != "(":
            at += 1
        return self.closing[at] + 1


def mentions_reason(words):
    return any(word in {"Reason", "Proposal"} for word in words)


def lone(words):
    """The type of a function that always makes a Reason."""
    return [word for word in words if word not in {"advisor", "::", "static", "inline"}] == ["Reason"]


class Rule:
    """A statement, or an operand of ||."""

    def __init__(self, begin, behind, block, own, operand=False):
        self.begin, self.behind = begin, behind  # its tokens
        self.block, self.own, self.operand = block, own, operand


class Source:
    """One file and its rules."""

    def __init__(self, root, path):
        self.name = path.relative_to(root).as_posix()
        self.text = path.read_text()
        self.tokens = tokens_of(self.text)
        parser = Parser(self.tokens)
        top = Block([], 0, None)
        parser.body(0, len(self.tokens), top)
        self.blocks = parser.blocks
        self.closing = parser.closing
        self.vectors = self.find_vectors()
        self.find_makers()

    def find_rules(self, shared):
        """`shared`: names of functions of other files that make a Reason."""
        self.makers |= {(name, None) for name in shared}
        self.rules = []
        for block in self.blocks:
            for first, behind, own in block.statements:
                words = [token.text for token in own]
                answer = self.is_answer(first, block, words)
                if answer or self.is_rule(block, words + ["", ""]):
                    operands = self.condition_operands(first, block)
                    self.rules += operands
                    if not operands or not answer:
                        self.rules.append(Rule(first, behind, block, own))
        self.rules.sort(key=lambda rule: (rule.begin, -rule.behind))

    def condition_operands(self, first, block):
        """Those of the `if (a || b)` in front of a statement."""
        begin, end = self.condition(first, block)
        if begin is None or self.tokens[begin - 1].text != "if":
            return []
        return self.operands(begin + 1, end, block)

    def operands(self, begin, end, block):
        """Rules for what || stands between, or none."""
        places = []
        at = begin
        while at < end:
            here, behind = self.tokens[at:at + 2]
            if here.text == ";":  # behind it stands the condition
                begin, places = at + 1, []
            if (here.text, behind.text) == ("|", "|") and behind.begin == here.end:
                places.append(at)
                at += 1
            at = self.closing.get(at, at) + 1
        begins = [begin, *(place + 2 for place in places)]
        return [Rule(one, behind, block, self.tokens[one:behind], operand=True)
                for one, behind in zip(begins, [*places, end])] if places else []

    def find_makers(self):
        """Functions that return a Reason and lambdas that make one, by name and,
        for a lambda, the function that it is local to."""
        self.makers = set()
        before = None
        while before != len(self.makers):  # a lambda may use another one
            before = len(self.makers)
            for block in self.blocks:
                if not block.is_function() or not block.name():
                    continue
                if lone(block.returns()) or self.puts_reason(block):
                    self.makers.add((block.name(), None))
                elif block.is_lambda() and self.lambda_makes(block):
                    self.makers.add((block.name(), block.outer.function))

    def puts_reason(self, block):
        """A function that makes one of what it is given, and keeps it."""
        words = [token.text for token in self.tokens[block.begin:block.end]]
        return block.returns() == ["void"] and "push_back" in words and any(
            (a, b, c) == ("Reason", name, "{")
            for a, b, c in zip(words, words[1:], words[2:]) for name in [b])

    def lambda_makes(self, block):
        words = [token.text for token in self.tokens[block.begin:block.end]]
        pushes = any(a in self.vectors and b == "push_back" for a, b in zip(words, words[2:]))
        parameters = " ".join(block.head[block.lambda_at():])
        return (pushes or "vector < Reason >" in parameters or
                self.makes(words, block.outer.function))

    def makes_reason(self, name, function):
        while function is not None:
            if (name, function) in self.makers:
                return True
            function = function.outer.function
        return (name, None) in self.makers

    def find_vectors(self):
        pattern = r"vector<(?:advisor::)?Reason>&?\s+(\w+)\s*[;=,)({]"
        return {"reasons", *re.findall(pattern, self.text)}

    def is_rule(self, block, words):
        function = block.function
        if function is None or "(" not in words and "{" not in words and words[0] != "return":
            return False
        if words[0] in {"note", "unknown"} and words[1] == "(":
            return True
        if words[0] == "return":
            return self.returns_reason(function, words)
        if self.inside_maker(function):
            return False
        if words[0] in self.vectors and words[1] == "." and (
                words[2] in {"push_back", "emplace_back"}):
            return True
        called = words[2:] if words[1] in {".", "->"} else words
        if called[1:2] == ["("] and self.makes_reason(called[0], function) and (
                called is words or (called[0], None) in self.makers):
            return True
        if "=" in words:
            target, value = words[:words.index("=")], words[words.index("=") + 1:]
            plain = all(word.isidentifier() or word in {".", "->"} for word in target)
            declared = any(a.isidentifier() and b.isidentifier()
                           for a, b in zip(target, target[1:]))
            if plain and not declared:
                # {*refused} only passes on what another rule made.
                literal = target[-1] in self.vectors and value[0] == "{" and (
                    any(word.startswith('"') for word in value))
                return literal or self.makes(value, function)
        return False

    def is_answer(self, first, block, words):
        """An early return of an answer that is not the one at the function's end."""
        if self.name.startswith(NO_ANSWERS) or " ".join(words) not in ANSWERS:
            return False
        function = block.function
        if function is None or self.tokens[first - 1].text == ":":
            return False
        last = function.statements[-1] if function.statements else None
        return last is None or last[1] != function.end or words != [
            token.text for token in last[2]]

    def returns_reason(self, function, words):
        if words[1:3] in (["note", "("], ["unknown", "("]):
            return True
        if self.inside_maker(function):
            return False
        if self.makes(words[1:], function):
            return True
        if not mentions_reason(function.returns()):
            return False
        return (words[1:3] == ["{", "*"] or "front" in words or
                words[1] == "{" and any(word.startswith('"') for word in words))

    def makes(self, words, function):
        return any((a, b) == ("Reason", "{") or
                   b == "(" and before not in {".", "->"} and self.makes_reason(a, function)
                   for before, a, b in zip([""] + words, words, words[1:]))

    def inside_maker(self, function):
        return function.name() != "" and self.makes_reason(
            function.name(), function.outer.function)

    def instrumented(self, first):
        """The text with every rule behind a switch; `first`: a C++ name."""
        edits = []  # (where, order there, how much is replaced, text)
        for number, rule in enumerate(self.rules):
            start = self.tokens[rule.begin].begin
            end = self.tokens[rule.behind - 1].end
            size = end - start
            key = "" if rule.operand else self.key(rule.own)
            on = f"::ppp::mutation::rule(::ppp::mutation::{first} + {number}{key})"
            if rule.operand:
                before, after = "((", f") && {on})"
            else:
                before, after = f"{{ if ({on}) ", self.rest(rule) + " }"
            edits.append((start, -size, 0, before))
            edits.append((end, -len(self.text) + size, 0, after))
            if not rule.operand and rule.own[0].text == "return" and (
                    rule.own[1].text in {"note", "unknown"}):
                edits.append((start, 0, len("return"), ""))
        parts, at = [], 0
        for where, _, replaced, text in sorted(edits):
            parts += [self.text[at:where], text]
            at = where + replaced
        head = '#include "tests/mutation/rules.h"\n' + f'#line 1 "{self.name}"\n'
        return head + "".join(parts) + self.text[at:]

    def rest(self, rule):
        """What a function does whose last statement is switched off, or that
        returns nothing."""
        if rule.own[0].text != "return":
            return ""
        if rule.own[1].text in {"note", "unknown"}:
            return " return;"
        last = rule.behind == rule.block.end and rule.block is rule.block.function
        return " return {};" if last else ""

    @staticmethod
    def key(own):
        """The category of a note that gets it from the library's tables."""
        words = [token.text for token in own]
        if "kOutside" not in words:
            return ""
        # note(frame, kind, subject, category, place)
        given, depth = [[]], 0
        for word in words[words.index("(") + 1:]:
            depth += (word in CLOSING) - (word in CLOSING.values())
            if word == "," and depth == 0:
                given.append([])
            else:
                given[-1].append(word)
        category = given[3]
        return f", {category[0]}" if len(category) == 1 and category[0].isidentifier() else ""

    def row(self, rule):
        start = self.tokens[rule.begin].begin
        line = self.text.count("\n", 0, start) + 1
        text = self.between(rule.begin, rule.behind)
        answer = " ".join(token.text for token in rule.own) in ANSWERS
        if rule.operand:
            text = f"if (… || {text} || …)"
        elif answer:
            begin, end = self.condition(rule.begin, rule.block)
            text = ("" if begin is None else self.between(begin - 1, end + 1) + " ") + text
        quoted = text.replace("\\", "\\\\").replace('"', '\\"')
        plain = str(rule.operand or answer).lower()
        return (f'    {{"{self.name}", "{self.function_name(rule.block)}", {line}, '
                f'"{quoted}", {plain}}},')

    def between(self, begin, behind):
        text = self.text[self.tokens[begin].begin:self.tokens[behind - 1].end]
        return " ".join(re.sub(r"//[^\n]*", "", text).split())

    def condition(self, first, block):
        """The brackets of `if (…)`, or the like, in front of a statement."""
        at = first - 1
        if block is not block.function and self.tokens[at].text != ")":
            at = block.begin - 1
        begin = next((begin for begin, end in self.closing.items() if end == at), None)
        return (None, None) if self.tokens[at].text != ")" else (begin, at)

    @staticmethod
    def function_name(block):
        function = block.function
        while function.is_lambda() and function.outer.function:
            function = function.outer.function
        return function.name()


def first_name(source):
    return "first_of_" + re.sub(r"\W", "_", source.name)


def shared_makers(folders):
    """Functions that headers declare, and that make a Reason."""
    pattern = re.compile(r"^(?:inline )?(?:advisor::)?Reason (\w+)\(", re.MULTILINE)
    headers = [header for folder in sorted(set(folders)) for header in folder.glob("*.h")]
    return {name for header in headers for name in pattern.findall(header.read_text())}


def table(sources):
    """rules.cc: where the numbers of a file begin, and what stands behind each."""
    lines = ['#include "tests/mutation/rules.h"', "namespace ppp::mutation {"]
    count = 0
    for source in sources:
        lines.append(f"extern const int {first_name(source)};")
        lines.append(f"const int {first_name(source)} = {count};")
        count += len(source.rules)
    lines += ["const std::vector<Rule>& rules() {", "  static const std::vector<Rule> all = {"]
    lines += [source.row(rule) for source in sources for rule in source.rules]
    lines += ["  };", "  return all;", "}", "}  // namespace ppp::mutation", ""]
    return "\n".join(lines)


def write(path, text):
    """Leaves a file that is right already as old as it is."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists() or path.read_text() != text:
        path.write_text(text)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("output", type=pathlib.Path)
    parser.add_argument("root", type=pathlib.Path)
    parser.add_argument("sources", type=pathlib.Path, nargs="+")
    options = parser.parse_args()
    sources = [Source(options.root, path) for path in sorted(options.sources)]
    shared = shared_makers(path.parent for path in options.sources)
    for source in sources:
        source.find_rules(shared)
    sources = [source for source in sources if source.rules]
    for source in sources:
        name = first_name(source)
        text = source.instrumented(name)
        head, rest = text.split("\n", 1)
        declared = f"namespace ppp::mutation {{ extern const int {name}; }}"
        write(options.output / source.name, f"{head}\n{declared}\n{rest}")
    write(options.output / "rules.cc", table(sources))
    print(";".join(source.name for source in sources), end="")


if __name__ == "__main__":
    main()
