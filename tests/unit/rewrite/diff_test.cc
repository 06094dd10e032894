// SPDX-License-Identifier: Apache-2.0
#include "rewrite/diff.h"

#include <gtest/gtest.h>

#include "rewrite/patch_json.h"

namespace ppp::rewrite {
namespace {

TEST(Diff, HasHeadersForPatch) {
  Result<std::string> diff =
      unified_diff({{"/p/a b.py", "a b.py", "one\ntwo\n", "one\n2\n"}});
  ASSERT_TRUE(diff.ok());
  EXPECT_NE(diff->find("--- a/a b.py\t\n+++ b/a b.py\t\n"), std::string::npos)
      << *diff;
  EXPECT_NE(diff->find("@@ -1,2 +1,2 @@\n one\n-two\n+2\n"), std::string::npos)
      << *diff;
}

TEST(Diff, SaysWhereTheLastLineEndIsMissing) {
  Result<std::string> diff = unified_diff({{"/p/a.py", "a.py", "1", "2\n"}});
  ASSERT_TRUE(diff.ok());
  EXPECT_NE(diff->find("-1\n\\ No newline at end of file\n+2\n"),
            std::string::npos)
      << *diff;
}

TEST(Diff, SeveralFilesAndNone) {
  Result<std::string> diff =
      unified_diff({{"/p/a.py", "a.py", "1\n", "2\n"},
                    {"/q/b.py", "/q/b.py", "1\n", "2\n"}});
  ASSERT_TRUE(diff.ok());
  EXPECT_NE(diff->find("--- a/a.py\n+++ b/a.py\n"), std::string::npos);
  EXPECT_NE(diff->find("--- a/q/b.py\n+++ b/q/b.py\n"), std::string::npos);
  EXPECT_EQ(*unified_diff({}), "");
}

TEST(PatchJson, RoundTrip) {
  Patch patch;
  patch.applied = {{"process-pool", {"a.py", 1, 2}, Safety::kProven, "runs f"}};
  patch.files = {{"/p/a.py", "a.py", "1\n", "\"ä\"\n"}};
  patch.diff = "---";
  Result<Patch> back = patch_from_json(patch_to_json(patch));
  ASSERT_TRUE(back.ok());
  EXPECT_EQ(*back, patch);
}

TEST(PatchJson, RefusesOtherFiles) {
  for (const char* text :
       {"", "[]", "{}", "{\"schema\": \"pyprof-parallel/plan\"}",
        "{\"schema\": \"pyprof-parallel/patch\", \"schema_version\": 1}",
        "{\"schema\": \"pyprof-parallel/patch\", \"schema_version\": 2}"}) {
    EXPECT_FALSE(patch_from_json(text).ok()) << text;
  }
}

}  // namespace
}  // namespace ppp::rewrite
