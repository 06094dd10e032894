# SPDX-License-Identifier: Apache-2.0
"""`run --strategy dask`: a table of many files that need not be in memory."""
import os
import sys
import unittest

import support

PYTHON = os.environ.get("PPP_DASK_PYTHON", sys.executable)
PATIENCE = ("--budget", "600")

PROGRAM = """
    import glob
    import pandas as pd

    parts = []
    for path in sorted(glob.glob("month*.csv")):
        parts.append(pd.read_csv(path))
    sales = pd.concat(parts, ignore_index=True)
    print(len(sales), "sales")
    print(sales.groupby("region")["units"].sum())
    """


@unittest.skipUnless(os.path.exists(PYTHON), "dask is not installed")
class Dask(support.CliTest):
    def setUp(self):
        super().setUp()
        self.write("report.py", PROGRAM)
        rows = "".join(f"{i},r{i % 7},{i * 37 % 101},a note about it,{i / 8}\n" for i in range(60_000))
        for month in range(48):
            self.write(f"month{month:02}.csv", "id,region,units,note,price\n" + rows)

    def test_what_takes_less_memory_is_offered(self):
        report = self.run_json(*PATIENCE, "--python", PYTHON,
                               "--strategy", "dask", "report.py")
        outcome = report["outcome"]
        self.assertIn(outcome["status"], ["smaller", "faster"], report)
        memory = outcome["peak_memory_bytes"]
        self.assertLess(memory["after"], memory["before"] * 2 / 3)
        self.assertIn("dask.compute(", outcome["patch"])


if __name__ == "__main__":
    unittest.main()
