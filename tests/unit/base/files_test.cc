// SPDX-License-Identifier: Apache-2.0
#include "base/files.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>

namespace ppp {
namespace {

TEST(Files, WriteReplacesAndKeepsPermissions) {
  auto dir = TempDir::create("files-test-");
  ASSERT_TRUE(dir.ok());
  std::string path = dir->path() + "/a.txt";
  ASSERT_TRUE(write_file(path, "one").ok());
  ASSERT_EQ(::chmod(path.c_str(), 0640), 0);
  ASSERT_TRUE(write_file(path, "two").ok());
  EXPECT_EQ(*read_file(path), "two");
  struct stat s = {};
  ASSERT_EQ(::stat(path.c_str(), &s), 0);
  EXPECT_EQ(s.st_mode & 07777, 0640u);
}

TEST(Files, ReadNamesTheMissingFile) {
  auto bytes = read_file("/nonexistent/x.py");
  ASSERT_FALSE(bytes.ok());
  EXPECT_NE(bytes.error().what.find("/nonexistent/x.py"), std::string::npos);
}

TEST(Files, TempDirRemovesDirectoriesWithoutPermission) {
  std::string path;
  {
    auto dir = TempDir::create("files-test-");
    ASSERT_TRUE(dir.ok());
    path = dir->path();
    std::filesystem::create_directories(path + "/outer/inner");
    ASSERT_TRUE(write_file(path + "/outer/inner/x", "x").ok());
    ASSERT_EQ(::chmod((path + "/outer/inner").c_str(), 0), 0);
  }
  EXPECT_FALSE(std::filesystem::exists(path));
}

TEST(Files, DisplayPathIsRelativeOnlyBelowTheDirectory) {
  EXPECT_EQ(display_path("/a/b/c.py", "/a"), "b/c.py");
  EXPECT_EQ(display_path("c.py", "/a"), "c.py");
  EXPECT_EQ(display_path("/ab/c.py", "/a"), "/ab/c.py");
  EXPECT_EQ(display_path("../c.py", "/a/b"), "/a/c.py");
}

}  // namespace
}  // namespace ppp
