// SPDX-License-Identifier: Apache-2.0
// What we need of an ELF file: dynamic symbols, one section, needed libraries.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace ppp::profiler {

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

 private:
  ElfFile(const char* data, std::size_t size) : data_(data), size_(size) {}
  template <typename T>
  const T* at(std::uint64_t offset, std::uint64_t count = 1) const;
  std::string_view text(std::uint64_t offset) const;

  const char* data_;
  std::size_t size_;
};

}  // namespace ppp::profiler
