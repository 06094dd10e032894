# SPDX-License-Identifier: Apache-2.0
"""Each fault of faults.py once; long_faults.py has a thousand."""
import unittest

import faults


class Faults(unittest.TestCase):
    def test_each_once(self):
        complaints, _, _ = faults.runs(range(len(faults.FAULTS)))
        self.assertEqual(complaints, [])


if __name__ == "__main__":
    unittest.main()
