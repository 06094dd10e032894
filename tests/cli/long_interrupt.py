# SPDX-License-Identifier: Apache-2.0
"""Signals at random moments; PPP_ROUNDS says how often (test-long only)."""
import os
import random
import signal
import time

import support

PROGRAM = """
    import time


    def answer(number):
        time.sleep(0.05)
        return number * number


    results = []
    for number in range(12):
        results.append(answer(number))
    with open("out.txt", "w") as out:
        print(results, file=out)
    """


class Anywhere(support.CliTest):
    def test_nothing_stays(self):
        seed = random.randrange(1 << 30)
        rng = random.Random(seed)
        script = self.write("a.py", PROGRAM)
        self.write("b.py", PROGRAM)
        before = script.read_bytes()
        commands = (("run", "--budget", "600", "--in-place", "a.py"),
                    ("profile", "a.py"), ("verify", "a.py", "b.py"))
        for number in range(int(os.environ.get("PPP_ROUNDS", "60"))):
            words = rng.choice(commands)
            which = rng.choice((signal.SIGINT, signal.SIGTERM, signal.SIGHUP))
            # Before that it does not know of the signal yet.
            after = 0.3 + rng.expovariate(1)
            with self.subTest(seed=seed, round=number, words=words,
                              signal=which, after=after):
                process = self.start(words[0], "--python", support.PYTHON,
                                     *words[1:], start_new_session=True,
                                     preexec_fn=support.plain_signals)
                time.sleep(after)
                process.send_signal(which)
                out, err = process.communicate(timeout=120)
                # It may have been done already.
                self.assertIn(process.returncode, (0, 130), err)
                if process.returncode == 130:
                    self.assertEqual(script.read_bytes(), before)
                script.write_bytes(before)
                noises = [b"Sanitizer", b"terminate"]
                if words[0] != "profile":  # there it is the program's own
                    noises.append(b"Traceback")
                for noise in noises:
                    self.assertNotIn(noise, err)
                self.assertEqual(self.marked_processes(), [])
                self.assertEqual(os.listdir(self.tmp), [])
                if words[0] == "profile":  # the program's own run, in place
                    (self.dir / "out.txt").unlink(missing_ok=True)
                self.assertEqual(sorted(os.listdir(self.dir)),
                                 ["a.py", "b.py"])


if __name__ == "__main__":
    support.main()
