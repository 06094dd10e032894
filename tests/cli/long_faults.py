# SPDX-License-Identifier: Apache-2.0
"""A thousand runs of faults.py; PPP_ROUNDS says how many (test-long only)."""
import os
import random
import unittest

import faults

# Samples whose stack holds a call that was never made. Below that, what is left
# of chains that were replaced while they were read.
BOUND = 0.0001


class Faults(unittest.TestCase):
    def test_at_random_moments(self):
        first = random.randrange(1 << 30)
        rounds = int(os.environ.get("PPP_ROUNDS", "1000"))
        complaints, wrong, samples = faults.runs(range(first, first + rounds))
        self.assertEqual(complaints, [], f"first seed {first}")
        print(f"stacks that cannot be: {wrong} of {samples} samples")
        self.assertLessEqual(wrong, 1 + BOUND * samples, f"first seed {first}")


if __name__ == "__main__":
    unittest.main()
