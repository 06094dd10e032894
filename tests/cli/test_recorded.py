# SPDX-License-Identifier: Apache-2.0
"""advise with profiles that other tools have recorded elsewhere."""
import pathlib
import shutil

import support

RECORDED = (pathlib.Path(__file__).resolve().parent.parent / "fuzz" / "corpus"
            / "recorded")

MAIN = '''\
"""Prices some orders."""
import sys

from pricing.model import price


def orders(count):
    return [(1 + n % 20, 20000) for n in range(count)]


def main():
    prices = []
    for order in orders(int(sys.argv[1])):
        prices.append(price(order))
    best = [p for p in prices if p > 100]
    print(len(best), max(prices))


if __name__ == "__main__":
    main()
'''

MODEL = '''\
"""What an order costs."""


def discount(quantity):
    return 0.9 if quantity > 10 else 1.0


def price(order):
    quantity, steps = order
    value = 0
    for step in range(steps):
        value = (value * 31 + step * quantity) % 1000003
    return round(value * discount(quantity), 2)
'''


class Recorded(support.CliTest):
    def setUp(self):
        super().setUp()
        self.write("main.py", MAIN)
        self.write("pricing/__init__.py", "")
        self.write("pricing/model.py", MODEL)

    def advise(self, *words):
        return self.tool("advise", *words)

    def hotspots(self, *words):
        result = self.advise("--json", "-", *words)
        self.assertEqual(result.code, 0, result)
        return {(spot["file"], spot["line"]): spot
                for spot in result.json()["hotspots"]}

    def test_decides_as_for_a_run_of_its_own(self):
        measured = self.hotspots("--python", support.PYTHON, "main.py", "200")
        for name in ("py-spy.txt", "py-spy-threads.txt", "austin.txt",
                     "py-spy.speedscope.json"):
            shutil.copy(RECORDED / name, self.dir / name)
            recorded = self.hotspots(name)
            self.assertEqual(recorded.keys(), measured.keys(), name)
            for place, spot in recorded.items():
                for key in ("decision", "reasons", "proof", "inside"):
                    self.assertEqual(spot[key], measured[place][key], name)
                self.assertEqual(spot["class"], "unknown")
                self.assertIsNone(spot["iterations"])
                self.assertIsNone(spot["potential_speedup"])

    def test_functions_only(self):
        for name in ("python3.8.pstats", "python3.14.pstats",
                     "pyinstrument.speedscope.json", "py-spy-nolineno.txt"):
            shutil.copy(RECORDED / name, self.dir / "recorded")
            result = self.advise("recorded")
            self.assertEqual(result.code, 0, result)
            self.assertIn("≤ 100 %  main.py:13-14", result.out, name)
            self.assertIn("at most", result.out, name)

    def test_nothing_is_rewritten_from_it(self):
        shutil.copy(RECORDED / "py-spy.txt", self.dir / "p.txt")
        self.advise("--json", "plan.json", "p.txt")
        result = self.tool("rewrite", "--python", support.PYTHON, "plan.json")
        self.assertEqual(result.code, 0, result)
        self.assertEqual(result.out, "")
        self.assertIn("does not tell what the loops do", result.err)

    def test_the_script_is_named(self):
        self.write("p.txt", "handler (/srv/app/main.py:14) 5\n")
        result = self.advise("p.txt")
        self.assertEqual(result.code, 2, result)
        self.assertIn("advise PROFILE script.py", result.err)
        self.assertEqual(self.advise("p.txt", "main.py").code, 0)
        self.write("other/main.py", MAIN)
        self.write("q.txt", "<module> (main.py:20);main (main.py:14) 5\n")
        result = self.advise("q.txt")
        self.assertEqual(result.code, 2, result)
        self.assertIn("main.py or ", result.err)

    def test_modules(self):
        self.write("pricing/__main__.py", MAIN)
        self.write("p.txt", "_run_module_as_main (<frozen runpy>:198);"
                            "_run_code (<frozen runpy>:88);"
                            "<module> (/srv/app/pricing/__main__.py:20);"
                            "main (/srv/app/pricing/__main__.py:14) 5\n")
        result = self.advise("p.txt")
        self.assertEqual(result.code, 0, result)
        self.assertIn("-m pricing", result.out)
        self.assertIn("pricing/__main__.py:13-14", result.out)

    def test_what_is_no_profile(self):
        for bytes, words in ((b"\x1f\x8b\x08rest", "gunzip"),
                             (b"main;work 12\n", "without files"),
                             (b"f (main.py:2) 3\nf (main.py:2) x\n", "line 2"),
                             (b"{)\x03", "too early"),
                             (b"{}", "not a profile")):
            (self.dir / "p.txt").write_bytes(bytes)
            result = self.advise("p.txt")
            self.assertEqual(result.code, 2, result)
            self.assertIn("p.txt: ", result.err)
            self.assertIn(words, result.err)


if __name__ == "__main__":
    support.main()
