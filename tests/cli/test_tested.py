# SPDX-License-Identifier: Apache-2.0
"""`run --allow tested`: loops that the analysis cannot see through. Only
programs that wait are expected to become faster."""
import contextlib
import json
import signal
import socketserver
import threading
import time
import unittest

import support

PATIENCE = ("--budget", "600", "--workers", "4")

# What is computed stands in a text.
UNSEEN = """
    import time


    def square(number):
        time.sleep(0.05)
        return eval("number * number", {"number": number})


    def main():
        results = []
        for number in range(40):
            results.append(square(number))
        print(results)


    main()
    """

# The dependence stands in a text that only runs for some items.
HIDDEN = """
    import time

    seen = []


    def step(number):
        time.sleep(0.05)
        if number == 3:
            exec("seen.append(number)", globals(), {"number": number})
        if number == 11:
            return len(seen)
        return number


    results = []
    for number in range(30):
        results.append(step(number))
    print(results)
    """


# Asks for each item over a connection of its own, in no protocol that is known.
ASKING = """
    import asyncio
    import sys


    async def ask(number):
        reader, writer = await asyncio.open_connection("127.0.0.1", int(sys.argv[1]))
        writer.write(b"item %d\\n" % number)
        await writer.drain()
        answer = await reader.readline()
        writer.close()
        await writer.wait_closed()
        return int(answer)


    async def main():
        answers = []
        for number in range(40):
            answers.append(await ask(number))
        print(answers[-1] - answers[0])


    asyncio.run(main())
    """


@contextlib.contextmanager
def answering(answer):
    """A server of lines, which takes its time; gives its port."""
    class Conversation(socketserver.StreamRequestHandler):
        def handle(self):
            for line in self.rfile:
                time.sleep(0.05)
                self.wfile.write(b"%d\n" % answer(line))

    class Server(socketserver.ThreadingTCPServer):
        daemon_threads = True
        request_queue_size = 64

    with Server(("127.0.0.1", 0), Conversation) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield str(server.server_address[1])
        server.shutdown()


class Tested(support.CliTest):
    def test_without_the_option_it_is_declined_as_ever(self):
        self.write("unseen.py", UNSEEN)
        report = self.run_json(*PATIENCE, "unseen.py")
        self.assertEqual(report["outcome"]["status"], "declined", report)
        hot = report["hotspots"][0]
        self.assertEqual(hot["decision"], "declined")
        self.assertEqual(hot["reasons"][0]["id"], "dynamic-code")
        self.assertEqual(hot["reasons"][-1]["id"], "not-proven")
        self.assertIn("--allow tested", hot["reasons"][-1]["message"])
        self.assertEqual(hot["evidence"], [])

    def test_a_loop_that_passes_is_offered_and_marked(self):
        self.write("unseen.py", UNSEEN)
        result = self.tool("run", "--python", support.PYTHON, *PATIENCE,
                           "--allow", "tested", "--markdown", "out.md",
                           "--html", "out.html", "--json", "out.json",
                           "unseen.py")
        self.assertEqual(result.code, 0, result)
        self.assertIn("tested, not proven: assumes that", result.out)
        report = json.loads((self.dir / "out.json").read_text())
        outcome = report["outcome"]
        self.assertEqual(outcome["status"], "faster", report)
        self.assertEqual(outcome["strategy"], "process-pool")
        hot = report["hotspots"][0]
        self.assertEqual(hot["evidence"], ["isolation-test", "order-test"])
        assumed = [one["message"] for one in hot["assumptions"]]
        self.assertTrue(any("assumes that `eval(" in one
                            for one in assumed), assumed)
        race = [one for one in outcome["verification"]
                if one["id"] == "no-race"][0]
        self.assertEqual(race["result"], "not-checked")
        self.assertIn("tested, not proven", race["detail"])
        for name in ("out.md", "out.html"):
            text = (self.dir / name).read_text()
            self.assertIn("tested, not proven", text)
            self.assertIn("assumes that", text)

    def test_a_conflict_that_only_the_probe_sees(self):
        self.write("hidden.py", HIDDEN)
        report = self.run_json(*PATIENCE, "--allow", "tested", "hidden.py")
        self.assertEqual(report["outcome"]["status"], "declined", report)
        hot = report["hotspots"][0]
        self.assertEqual(hot["decision"], "declined")
        reason = hot["reasons"][0]
        self.assertEqual(reason["id"], "probe-conflict", reason)
        # Whether the reader is found, too, depends on how busy the machine is.
        self.assertRegex(reason["message"],
                         "`seen`.* iteration 4 changes on line 10|"
                         "iteration 4 changes `seen` on line 10")
        self.assertEqual(reason["spans"][-1]["line"], 10)

    def test_a_coroutine_that_asks_a_server(self):
        self.write("asking.py", ASKING)
        with answering(lambda line: int(line.split()[1])) as port:
            report = self.run_json(*PATIENCE, "--allow", "tested", "asking.py",
                                   port)
        self.assertEqual(report["outcome"]["status"], "faster", report)
        self.assertEqual(report["outcome"]["strategy"], "asyncio")
        self.assertGreater(report["outcome"]["speedup"]["median"], 3)
        [hot] = [one for one in report["hotspots"] if one["function"] == "main"]
        self.assertEqual(hot["evidence"], ["isolation-test", "order-test"])
        self.assertEqual([one["id"] for one in hot["assumptions"]],
                         ["assumed-only-asks"])

    def test_a_server_that_counts_what_it_is_asked(self):
        self.write("asking.py", ASKING)
        asked = []

        def turn(line):
            asked.append(line)
            return len(asked)

        with answering(turn) as port:
            report = self.run_json(*PATIENCE, "--allow", "tested", "asking.py",
                                   port)
        self.assertEqual(report["outcome"]["status"], "declined", report)
        [hot] = [one for one in report["hotspots"] if one["function"] == "main"]
        self.assertEqual(hot["reasons"][0]["id"], "probe-conflict", hot)

    def test_an_interrupt_in_the_probe(self):
        visits = support.Visits()
        self.addCleanup(visits.close)
        self.write("unseen.py", f"{visits.call}\n" +
                   support.textwrap.dedent(UNSEEN))
        process = self.start(
            "run", "--python", support.PYTHON, *PATIENCE, "--allow", "tested",
            "unseen.py", start_new_session=True,
            preexec_fn=support.plain_signals)
        visits.wait_for(3)  # twice the original
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=60)
        self.assertEqual(process.returncode, 130)
        self.assertEqual([p.name for p in self.dir.iterdir()], ["unseen.py"])

    def test_only_tested_can_be_allowed(self):
        self.write("unseen.py", UNSEEN)
        result = self.tool("run", "--allow", "all", "unseen.py")
        self.assertEqual(result.code, 2, result)


if __name__ == "__main__":
    support.main()
