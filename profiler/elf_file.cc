// SPDX-License-Identifier: Apache-2.0
#include "profiler/elf_file.h"

#include <elf.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace ppp::profiler {
namespace {

Error elf_error(const std::string& path, const std::string& why) {
  return Error{Error::Kind::kEnvironment, "cannot read " + path + ": " + why,
               "give a Python interpreter"};
}

}  // namespace

Result<ElfFile> ElfFile::open(const std::string& path) {
  int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return elf_error(path, std::strerror(errno));
  struct stat info = {};
  ::fstat(fd, &info);
  const auto size = static_cast<std::size_t>(info.st_size);
  void* data = MAP_FAILED;
  if (S_ISREG(info.st_mode) && size >= sizeof(Elf64_Ehdr)) {
    data = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, fd, 0);
  }
  ::close(fd);
  if (data == MAP_FAILED) return elf_error(path, "not a program");
  ElfFile file(static_cast<const char*>(data), size);
  const auto* header = file.at<Elf64_Ehdr>(0);
  if (std::memcmp(header->e_ident, ELFMAG, SELFMAG) != 0 ||
      header->e_ident[EI_CLASS] != ELFCLASS64) {
    return elf_error(path, "not a 64-bit ELF file");
  }
  return file;
}

ElfFile::ElfFile(ElfFile&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)), size_(other.size_) {}

ElfFile::~ElfFile() {
  if (data_) ::munmap(const_cast<char*>(data_), size_);
}

template <typename T>
const T* ElfFile::at(std::uint64_t offset, std::uint64_t count) const {
  if (offset % alignof(T) != 0 || offset > size_) return nullptr;
  if (count > (size_ - offset) / sizeof(T)) return nullptr;
  return reinterpret_cast<const T*>(data_ + offset);
}

std::string_view ElfFile::text(std::uint64_t offset) const {
  if (offset >= size_) return {};
  return {data_ + offset, ::strnlen(data_ + offset, size_ - offset)};
}

std::uint64_t ElfFile::first_address() const {
  const auto* header = at<Elf64_Ehdr>(0);
  const auto* program = at<Elf64_Phdr>(header->e_phoff, header->e_phnum);
  for (int i = 0; program && i < header->e_phnum; ++i) {
    if (program[i].p_type == PT_LOAD) return program[i].p_vaddr & ~0xfffULL;
  }
  return 0;
}

std::uint64_t ElfFile::first_offset() const {
  const auto* header = at<Elf64_Ehdr>(0);
  const auto* program = at<Elf64_Phdr>(header->e_phoff, header->e_phnum);
  for (int i = 0; program && i < header->e_phnum; ++i) {
    if (program[i].p_type == PT_LOAD) return program[i].p_offset & ~0xfffULL;
  }
  return 0;
}

std::optional<std::uint64_t> ElfFile::section(std::string_view name) const {
  const auto* header = at<Elf64_Ehdr>(0);
  const auto* sections = at<Elf64_Shdr>(header->e_shoff, header->e_shnum);
  if (!sections || header->e_shstrndx >= header->e_shnum) return std::nullopt;
  const std::uint64_t names = sections[header->e_shstrndx].sh_offset;
  for (int i = 0; i < header->e_shnum; ++i) {
    if (text(names + sections[i].sh_name) == name) return sections[i].sh_addr;
  }
  return std::nullopt;
}

std::optional<std::uint64_t> ElfFile::symbol(std::string_view name) const {
  const auto* header = at<Elf64_Ehdr>(0);
  const auto* sections = at<Elf64_Shdr>(header->e_shoff, header->e_shnum);
  if (!sections) return std::nullopt;
  for (std::uint32_t type : {SHT_DYNSYM, SHT_SYMTAB}) {
    for (int i = 0; i < header->e_shnum; ++i) {
      const Elf64_Shdr& table = sections[i];
      if (table.sh_type != type || table.sh_link >= header->e_shnum) continue;
      const std::uint64_t count = table.sh_size / sizeof(Elf64_Sym);
      const auto* symbols = at<Elf64_Sym>(table.sh_offset, count);
      const std::uint64_t names = sections[table.sh_link].sh_offset;
      for (std::uint64_t s = 0; symbols && s < count; ++s) {
        if (symbols[s].st_shndx != SHN_UNDEF &&
            text(names + symbols[s].st_name) == name) {
          return symbols[s].st_value;
        }
      }
    }
  }
  return std::nullopt;
}

std::optional<std::uint64_t> ElfFile::word_at(std::uint64_t address) const {
  const auto* header = at<Elf64_Ehdr>(0);
  const auto* program = at<Elf64_Phdr>(header->e_phoff, header->e_phnum);
  for (int i = 0; program && i < header->e_phnum; ++i) {
    const Elf64_Phdr& segment = program[i];
    if (segment.p_type != PT_LOAD || address < segment.p_vaddr ||
        address + 8 > segment.p_vaddr + segment.p_filesz) {
      continue;
    }
    const std::uint64_t offset = segment.p_offset + address - segment.p_vaddr;
    if (const auto* word = at<std::uint64_t>(offset)) return *word;
  }
  return std::nullopt;
}

std::string_view ElfFile::bytes_at(std::uint64_t address,
                                   std::uint64_t size) const {
  const auto* header = at<Elf64_Ehdr>(0);
  const auto* program = at<Elf64_Phdr>(header->e_phoff, header->e_phnum);
  for (int i = 0; program && i < header->e_phnum; ++i) {
    const Elf64_Phdr& segment = program[i];
    if (segment.p_type != PT_LOAD || address < segment.p_vaddr) continue;
    const std::uint64_t inside = address - segment.p_vaddr;
    if (inside > segment.p_filesz || size > segment.p_filesz - inside) continue;
    if (segment.p_offset > size_ || segment.p_filesz > size_ - segment.p_offset)
      continue;
    return {data_ + segment.p_offset + inside, size};
  }
  return {};
}

std::optional<std::uint64_t> ElfFile::unwind_table() const {
  const auto* header = at<Elf64_Ehdr>(0);
  const auto* program = at<Elf64_Phdr>(header->e_phoff, header->e_phnum);
  for (int i = 0; program && i < header->e_phnum; ++i) {
    if (program[i].p_type == PT_GNU_EH_FRAME) return program[i].p_vaddr;
  }
  return std::nullopt;
}

std::vector<ElfFunction> ElfFile::functions() const {
  std::vector<ElfFunction> found;
  const auto* header = at<Elf64_Ehdr>(0);
  const auto* sections = at<Elf64_Shdr>(header->e_shoff, header->e_shnum);
  if (!sections) return found;
  for (std::uint32_t type : {SHT_DYNSYM, SHT_SYMTAB}) {
    for (int i = 0; i < header->e_shnum; ++i) {
      const Elf64_Shdr& table = sections[i];
      if (table.sh_type != type || table.sh_link >= header->e_shnum) continue;
      const std::uint64_t count = table.sh_size / sizeof(Elf64_Sym);
      const auto* symbols = at<Elf64_Sym>(table.sh_offset, count);
      const std::uint64_t names = sections[table.sh_link].sh_offset;
      for (std::uint64_t s = 0; symbols && s < count; ++s) {
        const int kind = ELF64_ST_TYPE(symbols[s].st_info);
        // An indirect one is the function that chooses, not the chosen one.
        if (symbols[s].st_shndx == SHN_UNDEF || kind != STT_FUNC ||
            symbols[s].st_size == 0) {
          continue;
        }
        const std::string_view name = text(names + symbols[s].st_name);
        if (name.empty()) continue;
        found.push_back({symbols[s].st_value, symbols[s].st_size, name});
      }
    }
  }
  return found;
}

std::string_view ElfFile::section_bytes(std::string_view name) const {
  const auto* header = at<Elf64_Ehdr>(0);
  const auto* sections = at<Elf64_Shdr>(header->e_shoff, header->e_shnum);
  if (!sections || header->e_shstrndx >= header->e_shnum) return {};
  const std::uint64_t names = sections[header->e_shstrndx].sh_offset;
  for (int i = 0; i < header->e_shnum; ++i) {
    const Elf64_Shdr& section = sections[i];
    if (section.sh_type == SHT_NOBITS ||
        text(names + section.sh_name) != name || section.sh_offset > size_ ||
        section.sh_size > size_ - section.sh_offset) {
      continue;
    }
    return {data_ + section.sh_offset, section.sh_size};
  }
  return {};
}

// A note: the sizes of its name and of its value, its type, "GNU", the value.
std::string ElfFile::build_id() const {
  const std::string_view note = section_bytes(".note.gnu.build-id");
  Elf64_Nhdr head = {};
  if (note.size() < sizeof head + 4) return {};
  std::memcpy(&head, note.data(), sizeof head);
  const std::string_view value = note.substr(sizeof head + 4);
  if (head.n_type != NT_GNU_BUILD_ID || head.n_namesz != 4 ||
      head.n_descsz > value.size()) {
    return {};
  }
  std::string digits;
  for (const char c : value.substr(0, head.n_descsz)) {
    static constexpr std::string_view kDigits = "0123456789abcdef";
    digits += kDigits[static_cast<unsigned char>(c) >> 4];
    digits += kDigits[static_cast<unsigned char>(c) & 15];
  }
  return digits;
}

std::string_view ElfFile::debug_link() const {
  const std::string_view link = section_bytes(".gnu_debuglink");
  return link.substr(0, link.find('\0'));
}

std::vector<std::string> ElfFile::needed() const {
  std::vector<std::string> names;
  const auto* header = at<Elf64_Ehdr>(0);
  const auto* sections = at<Elf64_Shdr>(header->e_shoff, header->e_shnum);
  for (int i = 0; sections && i < header->e_shnum; ++i) {
    const Elf64_Shdr& table = sections[i];
    if (table.sh_type != SHT_DYNAMIC || table.sh_link >= header->e_shnum) {
      continue;
    }
    const std::uint64_t count = table.sh_size / sizeof(Elf64_Dyn);
    const auto* entries = at<Elf64_Dyn>(table.sh_offset, count);
    const std::uint64_t strings = sections[table.sh_link].sh_offset;
    for (std::uint64_t d = 0; entries && d < count; ++d) {
      if (entries[d].d_tag == DT_NEEDED) {
        names.emplace_back(text(strings + entries[d].d_un.d_val));
      }
    }
  }
  return names;
}

}  // namespace ppp::profiler
