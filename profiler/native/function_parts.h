// SPDX-License-Identifier: Apache-2.0
// Compilers split a function in two that lie far apart: what runs often, and
// the rest. In a stripped file only one of them has a name, and what was taken
// for rare may be most of it: in Debian's 3.14 all of the interpreter's loop
// but its entry is in the other part.
//
// The table by which stacks are unwound knows both. That they are of one
// function shows in jumps from each into the middle of the other: between
// functions there are only jumps to a beginning.

#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "profiler/elf_file.h"

namespace ppp::profiler::native {

/// Addresses of a file.
struct CodePart {
  std::uint64_t begin = 0;
  std::uint64_t size = 0;

  bool covers(std::uint64_t address) const { return address - begin < size; }
  bool operator==(const CodePart&) const = default;
};

/// The entry of .eh_frame for an address. nullopt: there is none, or the table
/// is not of the usual form.
std::optional<CodePart> unwind_entry(const ElfFile& file,
                                     std::uint64_t address);

/// Whether code that lies at `from` jumps into the middle of `to`, twice at
/// least. Pure; x86-64.
bool jumps_into(std::string_view code, std::uint64_t from, const CodePart& to);

/// The other part of a function. nullopt: it has none, or that does not show.
std::optional<CodePart> other_part(const ElfFile& file,
                                   const ElfFunction& function);

}  // namespace ppp::profiler::native
