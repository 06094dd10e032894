// SPDX-License-Identifier: Apache-2.0
// What we need of an ELF file: symbols, sections, needed libraries, what stands
// where in memory. The file is anybody's: every offset in it is checked.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace ppp::profiler {

/// A function that a file has a name for. `name` is borrowed from the file.
struct ElfFunction {
  std::uint64_t address = 0;
  std::uint64_t size = 0;
  std::string_view name;

  bool operator==(const ElfFunction&) const = default;
};

/// A mapped 64-bit ELF file. Addresses are those of the file ("virtual
/// addresses"); at run time a load bias is added.
class ElfFile {
 public:
  /// Fails with kEnvironment if it cannot be read or is no 64-bit ELF file.
  static Result<ElfFile> open(const std::string& path);
  ElfFile(ElfFile&& other) noexcept;
  ElfFile(const ElfFile&) = delete;
  ElfFile& operator=(const ElfFile&) = delete;
  ~ElfFile();

  /// Page-aligned address of the first loaded segment.
  std::uint64_t first_address() const;
  std::optional<std::uint64_t> section(std::string_view name) const;
  /// From .dynsym, else .symtab.
  std::optional<std::uint64_t> symbol(std::string_view name) const;
  /// The bytes that the file holds for a virtual address, or nullopt.
  std::optional<std::uint64_t> word_at(std::uint64_t address) const;
  /// DT_NEEDED.
  std::vector<std::string> needed() const;
  std::string_view bytes() const { return {data_, size_}; }

  /// The bytes that the file holds for `size` virtual addresses, or none.
  std::string_view bytes_at(std::uint64_t address, std::uint64_t size) const;
  /// Page-aligned offset in the file of the first loaded segment.
  std::uint64_t first_offset() const;
  /// .eh_frame_hdr, the table by which stacks are unwound.
  std::optional<std::uint64_t> unwind_table() const;
  /// Of .dynsym and .symtab, in their order: those that have a size.
  std::vector<ElfFunction> functions() const;
  /// Of NT_GNU_BUILD_ID, as lower-case hex digits; "": it has none.
  std::string build_id() const;
  /// .gnu_debuglink: the name of the file with the symbols; "": it has none.
  std::string_view debug_link() const;

 private:
  ElfFile(const char* data, std::size_t size) : data_(data), size_(size) {}
  template <typename T>
  const T* at(std::uint64_t offset, std::uint64_t count = 1) const;
  std::string_view text(std::uint64_t offset) const;
  std::string_view section_bytes(std::string_view name) const;

  const char* data_;
  std::size_t size_;
};

}  // namespace ppp::profiler
