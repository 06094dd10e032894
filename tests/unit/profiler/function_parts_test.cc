// SPDX-License-Identifier: Apache-2.0
#include "profiler/native/function_parts.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#if defined(__x86_64__)
// A function whose other part has no name of its own, and one that only jumps
// to the beginning of another. The second part has no size, hence is none of
// the functions that the file names.
asm(R"(
  .text
  .globl ppp_split
  .type ppp_split,@function
ppp_split:
  .cfi_startproc
  test %edi,%edi
  je .Lppp_rest_a
  jns .Lppp_rest_b
.Lppp_back_a:
  nop
.Lppp_back_b:
  ret
  .cfi_endproc
  .size ppp_split,.-ppp_split

  .globl ppp_jumper
  .type ppp_jumper,@function
ppp_jumper:
  .cfi_startproc
  test %edi,%edi
  je ppp_split_rest
  jns ppp_split_rest
  nop
  jmp ppp_split_rest
  .cfi_endproc
  .size ppp_jumper,.-ppp_jumper

  .section .text.unlikely,"ax",@progbits
  .globl ppp_split_rest
ppp_split_rest:
  .cfi_startproc
  nop
.Lppp_rest_a:
  jmp .Lppp_back_a
.Lppp_rest_b:
  jmp .Lppp_back_b
  .cfi_endproc
  .text
)");
extern "C" {
void ppp_split(int number);
void ppp_split_rest(int number);
void ppp_jumper(int number);
}

namespace ppp::profiler::native {
namespace {

std::uint64_t place_of(void (*function)(int)) {
  return reinterpret_cast<std::uint64_t>(function);
}

class OurParts : public testing::Test {
 protected:
  ElfFunction named(const std::string& name) const {
    const auto all = file_.functions();
    const auto found = std::ranges::find(all, name, &ElfFunction::name);
    return found == all.end() ? ElfFunction() : *found;
  }
  ElfFile file_ = *ElfFile::open("/proc/self/exe");
};

TEST_F(OurParts, UnwindEntriesCoverAFunction) {
  const ElfFunction split = named("ppp_split");
  ASSERT_GT(split.size, 0u);
  const CodePart whole{split.address, split.size};
  EXPECT_EQ(unwind_entry(file_, split.address), whole);
  EXPECT_EQ(unwind_entry(file_, split.address + split.size - 1), whole);
  EXPECT_NE(unwind_entry(file_, split.address + split.size), whole);
  EXPECT_EQ(unwind_entry(file_, 0), std::nullopt);
  EXPECT_EQ(unwind_entry(file_, ~std::uint64_t{0}), std::nullopt);
}

TEST_F(OurParts, TheOtherPartIsWhereBothJumpIntoEachOther) {
  const ElfFunction split = named("ppp_split");
  const auto rest = other_part(file_, split);
  ASSERT_TRUE(rest.has_value());
  EXPECT_EQ(rest->begin - split.address,
            place_of(ppp_split_rest) - place_of(ppp_split));
  EXPECT_FALSE(rest->covers(split.address));
}

TEST_F(OurParts, AnotherFunctionIsNoPart) {
  EXPECT_EQ(other_part(file_, named("ppp_jumper")), std::nullopt);
  EXPECT_EQ(other_part(file_, ElfFunction()), std::nullopt);
}

TEST(JumpsInto, TheMiddleAndTwice) {
  using namespace std::literals;
  const CodePart there{0x2000, 0x100};
  // je 0x2010; jmp 0x2020, from 0x1000 on
  const auto twice = "\x0f\x84\x0a\x10\x00\x00\xe9\x15\x10\x00\x00"sv;
  EXPECT_TRUE(jumps_into(twice, 0x1000, there));
  EXPECT_FALSE(jumps_into(twice.substr(0, 6), 0x1000, there));
  EXPECT_FALSE(jumps_into(twice, 0x1800, there));
  EXPECT_FALSE(jumps_into(twice, 0x1000, {0x2010, 0x100}));  // its beginning
  // Twice to one place.
  EXPECT_FALSE(jumps_into("\x0f\x84\x0a\x10\x00\x00\xe9\x05\x10\x00\x00"sv,
                          0x1000, there));
  EXPECT_FALSE(jumps_into("", 0x1000, there));
}

}  // namespace
}  // namespace ppp::profiler::native
#endif
