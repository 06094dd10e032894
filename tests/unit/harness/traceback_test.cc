// SPDX-License-Identifier: Apache-2.0
#include "harness/traceback.h"

#include <gtest/gtest.h>

namespace ppp::harness {
namespace {

TEST(Traceback, KeepsWhatWasPrintedBefore) {
  auto split = split_traceback(
      "warning\n"
      "Traceback (most recent call last):\n"
      "  File \"a.py\", line 3, in <module>\n"
      "    f(1)\n"
      "    ^^^^\n"
      "  [Previous line repeated 9 more times]\n"
      "ValueError: two\nlines\n");
  ASSERT_TRUE(split);
  EXPECT_EQ(split->before, "warning\n");
  EXPECT_EQ(split->exception, "ValueError: two\nlines\n");
}

TEST(Traceback, TakesTheRemoteOneOfAPoolAsPartOfTheBlock) {
  const std::string remote =
      "a\n"
      "concurrent.futures.process._RemoteTraceback: \n"
      "\"\"\"\n"
      "Traceback (most recent call last):\n"
      "  File \"process.py\", line 256, in _process_worker\n"
      "    r = call_item.fn(*call_item.args)\n"
      "ValueError: bad\n"
      "\"\"\"\n"
      "\n"
      "The above exception was the direct cause of the following exception:\n"
      "\n"
      "Traceback (most recent call last):\n"
      "  File \"a.py\", line 9, in <module>\n"
      "    main()\n"
      "ValueError: bad\n";
  auto split = split_traceback(remote);
  ASSERT_TRUE(split);
  EXPECT_EQ(split->before, "a\n");
  EXPECT_EQ(split->exception, "ValueError: bad\n");
}

TEST(Traceback, TakesChains) {
  auto split = split_traceback(
      "Traceback (most recent call last):\n"
      "  File \"a.py\", line 1, in f\n"
      "KeyError: 1\n"
      "\nDuring handling of the above exception, another exception "
      "occurred:\n\n"
      "Traceback (most recent call last):\n"
      "  File \"a.py\", line 2, in <module>\n"
      "OSError: no\n");
  ASSERT_TRUE(split);
  EXPECT_EQ(split->before, "");
  EXPECT_EQ(split->exception, "OSError: no\n");
}

TEST(Traceback, IsNotSeenWhereThereIsNone) {
  EXPECT_FALSE(split_traceback(""));
  EXPECT_FALSE(split_traceback("error: bad\n"));
  EXPECT_FALSE(split_traceback("x Traceback (most recent call last):\nE\n"));
  EXPECT_FALSE(split_traceback("Traceback (most recent call last):\n"));
}

}  // namespace
}  // namespace ppp::harness
