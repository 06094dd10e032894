// SPDX-License-Identifier: Apache-2.0
#include "rewrite/imports.h"

#include <gtest/gtest.h>

#include "rewrite/apply.h"
#include "rewrite/package_imports.h"
#include "tests/unit/rewrite/candidates.h"

namespace ppp::rewrite {
namespace {

struct Imported {
  std::string os, executor, text;
};

Imported import_both(std::string text) {
  advisor::SourceFile source =
      advisor::SourceFile::parse("m.py", "/p/m.py", "m", std::move(text));
  Names names(source);
  Imports imports(source, names);
  Imported made;
  made.os = imports.module("os");
  made.executor = imports.symbol("concurrent.futures", "ThreadPoolExecutor");
  Result<std::string> after = apply_edits(source.text(), imports.edits());
  EXPECT_TRUE(after.ok());
  made.text = *after;
  return made;
}

TEST(Imports, StandSortedAmongThoseThatAreThere) {
  EXPECT_EQ(import_both("import json\nimport sys\nfrom time import time\n\n"
                        "import numpy as np\n\nx = 1\n")
                .text,
            "import json\nimport os\nimport sys\n"
            "from concurrent.futures import ThreadPoolExecutor\n"
            "from time import time\n\nimport numpy as np\n\nx = 1\n");
}

TEST(Imports, FollowDocstringAndFuture) {
  EXPECT_EQ(import_both("#!/usr/bin/python3\n\"\"\"Doc.\"\"\"\n"
                        "from __future__ import annotations\n\nx = 1\n")
                .text,
            "#!/usr/bin/python3\n\"\"\"Doc.\"\"\"\n"
            "from __future__ import annotations\n\nimport os\n"
            "from concurrent.futures import ThreadPoolExecutor\n\nx = 1\n");
}

TEST(Imports, StandBehindTheFirstLinesForTheSystem) {
  EXPECT_EQ(
      import_both("#!/usr/bin/python3\n# -*- coding: utf-8 -*-\nx = 1\n").text,
      "#!/usr/bin/python3\n# -*- coding: utf-8 -*-\nimport os\n"
      "from concurrent.futures import ThreadPoolExecutor\n\nx = 1\n");
}

TEST(Imports, KeepLineEndsAndAMissingLastOne) {
  EXPECT_EQ(import_both("import sys\r\nx = 1\r\n").text,
            "import os\r\nimport sys\r\n"
            "from concurrent.futures import ThreadPoolExecutor\r\nx = 1\r\n");
  EXPECT_EQ(import_both("import abc").text,
            "import abc\nimport os\n"
            "from concurrent.futures import ThreadPoolExecutor\n");
}

TEST(Imports, ExistingOnesAreUsed) {
  Imported made =
      import_both("import os as system\nimport concurrent.futures\nx = 1\n");
  EXPECT_EQ(made.os, "system");
  EXPECT_EQ(made.executor, "concurrent.futures.ThreadPoolExecutor");
  EXPECT_EQ(made.text,
            "import os as system\nimport concurrent.futures\nx = 1\n");
  made = import_both("import os\nfrom concurrent import futures as cf\n");
  EXPECT_EQ(made.executor, "cf.ThreadPoolExecutor");
  made = import_both(
      "import os\nfrom concurrent.futures import ThreadPoolExecutor as T\n");
  EXPECT_EQ(made.executor, "T");
}

TEST(Imports, NeverHideANameOfTheModule) {
  Imported made = import_both("def os(): pass\n");
  EXPECT_EQ(made.os, "_os");
  EXPECT_EQ(made.text,
            "import os as _os\n"
            "from concurrent.futures import ThreadPoolExecutor\n\n\n"
            "def os(): pass\n");
  // Imported and then rebound: not to be relied on.
  EXPECT_EQ(import_both("import os\nos = os.path\n").os, "_os");
  // Imported somewhere inside only.
  EXPECT_EQ(import_both("def f():\n    import os\n").os, "_os");
}

TEST(PackageImports, OfTheProgramAreFoundWhereItsModulesBegin) {
  const auto of = [](const char* text) {
    return imported_by(Program(text).project());
  };
  using Names = std::set<std::string>;
  EXPECT_EQ(of("import math, numpy.linalg as la\n"), Names{"numpy"});
  EXPECT_EQ(of("from pandas import DataFrame\n"), Names{"numpy"});
  EXPECT_EQ(of("import numba\n"), (Names{"numpy", "numba"}));
  EXPECT_EQ(of("import numpyro\n\ndef f():\n    import numpy\n"), Names{});
}

TEST(PackageImports, CostWhatIsNotImportedYet) {
  RewriteOptions options;
  EXPECT_EQ(numpy_start_s(options, 0.25), 0.25);
  options.numpy_import_s = 0.1;
  options.numba_import_s = 0.4;
  EXPECT_EQ(numpy_start_s(options), 0.1);
  const double both = numba_start_s(options, 0);
  EXPECT_GT(both, 0.4);  // and the compiler starts
  options.imported = {"numpy"};
  EXPECT_EQ(numpy_start_s(options), 0);
  EXPECT_NEAR(numba_start_s(options, 0), both - 0.1, 1e-9);
  options.imported = {"numba"};
  EXPECT_EQ(numba_start_s(options, 0), 0);
}

}  // namespace
}  // namespace ppp::rewrite
