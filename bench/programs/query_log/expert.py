# SPDX-License-Identifier: Apache-2.0
"""Average formulas over many points, one formula a line of stdin. In parallel."""
import sys
from concurrent.futures import ProcessPoolExecutor


class FormulaError(Exception):
    pass


def tokens(text):
    number = ""
    for char in text + " ":
        if char.isdigit():
            number += char
            continue
        if number:
            yield int(number)
            number = ""
        if char in "+-*/()x":
            yield char
        elif char != " ":
            raise FormulaError(f"strange character {char!r}")


class Parser:
    def __init__(self, text, x):
        self.tokens = list(tokens(text))
        self.at = 0
        self.x = x

    def peek(self):
        return self.tokens[self.at] if self.at < len(self.tokens) else None

    def take(self):
        token = self.peek()
        self.at += 1
        return token

    def factor(self):
        token = self.take()
        if token == "(":
            value = self.sum()
            if self.take() != ")":
                raise FormulaError("a bracket is missing")
            return value
        if token == "-":
            return -self.factor()
        if token == "x":
            return self.x
        if isinstance(token, int):
            return token
        raise FormulaError(f"unexpected {token!r}")

    def product(self):
        value = self.factor()
        while self.peek() in ("*", "/"):
            if self.take() == "*":
                value *= self.factor()
            else:
                value /= self.factor()
        return value

    def sum(self):
        value = self.product()
        while self.peek() in ("+", "-"):
            if self.take() == "+":
                value += self.product()
            else:
                value -= self.product()
        return value


def integrate(text, points):
    total = 0.0
    for x in range(100, 100 + points):
        total += Parser(text, x).sum()
    return total / points


def formulas(count):
    lines = [line.strip() for line in sys.stdin]
    for number in range(count):
        for text in lines:
            yield f"{text} + {number}"


def attempt(formula):
    try:
        return integrate(formula, 500), None
    except (FormulaError, ZeroDivisionError) as error:
        return None, str(error)


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 180
    results = {}
    bad = 0
    every = list(formulas(count))
    with ProcessPoolExecutor() as pool:
        for formula, (value, error) in zip(every, pool.map(attempt, every, chunksize=8)):
            if error is None:
                results[formula] = value
                continue
            bad += 1
            if bad <= 6:
                print("skipped:", formula, "--", error)
    largest = max(results, key=results.get)
    print(len(results), "good,", bad, "bad; largest:", largest, "=", results[largest])


if __name__ == "__main__":
    main()
