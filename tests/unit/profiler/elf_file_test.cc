// SPDX-License-Identifier: Apache-2.0
#include "profiler/elf_file.h"

#include <gtest/gtest.h>

#include "base/files.h"

namespace ppp::profiler {
namespace {

TEST(ElfFile, ReadsOurOwn) {
  auto file = ElfFile::open("/proc/self/exe");
  ASSERT_TRUE(file.ok());
  EXPECT_TRUE(file->symbol("main").has_value());
  EXPECT_FALSE(file->symbol("no_such_symbol_here").has_value());
  EXPECT_TRUE(file->section(".text").has_value());
  EXPECT_FALSE(file->section(".PyRuntime").has_value());
  bool libc = false;
  for (const std::string& name : file->needed()) {
    libc = libc || name.starts_with("libc.so");
  }
  EXPECT_TRUE(libc);
}

TEST(ElfFile, RefusesOtherFiles) {
  EXPECT_FALSE(ElfFile::open("/nonexistent").ok());
  EXPECT_FALSE(ElfFile::open("/proc/self/status").ok());
  auto dir = TempDir::create("elf-test-");
  ASSERT_TRUE(dir.ok());
  EXPECT_FALSE(ElfFile::open(dir->path()).ok());
  ASSERT_TRUE(write_file(dir->path() + "/x", std::string(200, 'x')).ok());
  EXPECT_FALSE(ElfFile::open(dir->path() + "/x").ok());
}

TEST(ElfFile, SurvivesATruncatedFile) {
  auto whole = read_file("/proc/self/exe");
  auto dir = TempDir::create("elf-test-");
  ASSERT_TRUE(whole.ok() && dir.ok());
  const std::string path = dir->path() + "/cut";
  for (std::size_t size : {64, 100, 4096, 100000}) {
    ASSERT_TRUE(write_file(path, whole->substr(0, size)).ok());
    auto file = ElfFile::open(path);
    if (!file) continue;
    EXPECT_FALSE(file->symbol("main").has_value());
    EXPECT_FALSE(file->section(".text").has_value());
    EXPECT_TRUE(file->needed().empty());
  }
}

}  // namespace
}  // namespace ppp::profiler
