// SPDX-License-Identifier: Apache-2.0
#include "profiler/attach.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "base/files.h"

namespace ppp::profiler {
namespace {

using cpython::Identity;

TEST(Identity, OfProgramsThatAreNoPython) {
  EXPECT_EQ(cpython::identify_program("/bin/ls").kind, Identity::Kind::kOther);
  EXPECT_EQ(cpython::identify_program("/nonexistent").kind,
            Identity::Kind::kMissing);
  auto dir = TempDir::create("attach-test-");
  ASSERT_TRUE(dir.ok());
  const std::string path = dir->path() + "/shim";
  ASSERT_TRUE(write_file(path, "#!/bin/sh\n").ok());
  EXPECT_EQ(cpython::identify_program(path).kind, Identity::Kind::kScript);
}

TEST(Attach, RefusesWithAHint) {
  const Identity identities[] = {{Identity::Kind::kTooOld, 7, "3.7.16"},
                                 {Identity::Kind::kTooNew, 15, "3.15"},
                                 {Identity::Kind::kOtherPython, 0, "PyPy"},
                                 {Identity::Kind::kOther, 0, ""}};
  for (const Identity& identity : identities) {
    Status status = check_identity(identity, "/opt/python");
    ASSERT_FALSE(status.ok());
    EXPECT_EQ(status.error().kind, Error::Kind::kEnvironment);
    EXPECT_NE(status.error().what.find("/opt/python"), std::string::npos);
    EXPECT_NE(status.error().what.find(identity.version), std::string::npos);
    EXPECT_NE(status.error().hint.find("--python"), std::string::npos);
  }
  EXPECT_TRUE(check_identity({Identity::Kind::kCPython, 11, "3.11"}, "x").ok());
}

TEST(Attach, FindsTheProgramOnTheChildsPath) {
  auto dir = TempDir::create("attach-test-");
  ASSERT_TRUE(dir.ok());
  const std::string path = dir->path() + "/tool";
  ASSERT_TRUE(write_file(path, "#!/bin/sh\n").ok());
  ASSERT_EQ(::chmod(path.c_str(), 0755), 0);
  Command command;
  command.argv = {"tool"};
  command.environment = {{"PATH", "/nonexistent:" + dir->path()}};
  EXPECT_EQ(find_program(command), path);
  command.argv = {"other"};
  EXPECT_EQ(find_program(command), "");
  command.argv = {"./other"};
  EXPECT_EQ(find_program(command), "./other");
}

}  // namespace
}  // namespace ppp::profiler
