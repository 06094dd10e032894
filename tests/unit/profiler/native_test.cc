// SPDX-License-Identifier: Apache-2.0
// Native stacks: records of perf, tables of symbols, the loop's position,
// counts.

#include <elf.h>
#include <gtest/gtest.h>
#include <linux/perf_event.h>
#include <unistd.h>

#include <cstring>
#include <string>

#include "base/files.h"
#include "profiler/native/loop_position.h"
#include "profiler/native/modules.h"
#include "profiler/native/native_tally.h"
#include "profiler/native/snapshot.h"

namespace ppp::profiler::native {
namespace {

/// Bytes of a record or a file, put together.
class Bytes {
 public:
  template <typename T>
  Bytes& put(const T& value) {
    text_.append(reinterpret_cast<const char*>(&value), sizeof value);
    return *this;
  }
  Bytes& word(std::uint64_t value) { return put(value); }
  Bytes& text(std::string_view value) {
    text_ += value;
    return *this;
  }
  const std::string& str() const { return text_; }
  std::span<const std::byte> span() const {
    return std::as_bytes(std::span(text_));
  }

 private:
  std::string text_;
};

std::string record_of(std::uint32_t type, const Bytes& body) {
  const perf_event_header header = {
      type, 0, static_cast<std::uint16_t>(8 + body.str().size())};
  return Bytes().put(header).text(body.str()).str();
}

Record parse(const std::string& bytes) {
  return parse_record(std::as_bytes(std::span(bytes)));
}

Bytes sample_body(std::uint64_t abi = PERF_SAMPLE_REGS_ABI_64,
                  std::uint64_t real = 16) {
  Bytes body;
  body.word(5'000'000'000).word(abi);
  for (std::uint64_t i = 0; i < 17; ++i) body.word(100 + i);
  return body.word(24).word(1).word(2).word(3).word(real);
}

TEST(PerfRecord, HasRegistersAndStack) {
  const std::string bytes = record_of(PERF_RECORD_SAMPLE, sample_body());
  const Record record = parse(bytes);
  ASSERT_EQ(record.kind, RecordKind::kSnapshot);
  const Snapshot& snapshot = record.snapshot;
  EXPECT_EQ(snapshot.time_ns, 5'000'000'000u);
  EXPECT_EQ(snapshot.registers[kRax], 100u);  // <asm/perf_regs.h>: AX, BX, CX,
  EXPECT_EQ(snapshot.registers[kRbx], 101u);  // DX, SI, DI, BP, SP, IP, R8, …
  EXPECT_EQ(snapshot.registers[kRdx], 103u);
  EXPECT_EQ(snapshot.registers[kRbp], 106u);
  EXPECT_EQ(snapshot.registers[kRsp], 107u);
  EXPECT_EQ(snapshot.registers[kRip], 108u);
  EXPECT_EQ(snapshot.registers[kR8], 109u);
  EXPECT_EQ(snapshot.registers[kR15], 116u);
  EXPECT_EQ(snapshot.stack.size(), 16u);  // what is real of 24 bytes
}

TEST(PerfRecord, OtherKinds) {
  EXPECT_EQ(parse(record_of(PERF_RECORD_MMAP, Bytes().word(1))).kind,
            RecordKind::kMapped);
  const Record lost =
      parse(record_of(PERF_RECORD_LOST, Bytes().word(7).word(12)));
  EXPECT_EQ(lost.kind, RecordKind::kLost);
  EXPECT_EQ(lost.lost, 12u);
  EXPECT_EQ(parse(record_of(PERF_RECORD_EXIT, Bytes())).kind,
            RecordKind::kOther);
}

TEST(PerfRecord, SurvivesAnyBytes) {
  const std::string whole = record_of(PERF_RECORD_SAMPLE, sample_body());
  for (std::size_t size = 0; size < whole.size(); ++size) {
    EXPECT_EQ(parse(whole.substr(0, size)).kind, RecordKind::kOther) << size;
    std::string cut = whole.substr(0, size);
    if (size < 8) continue;
    const auto length = static_cast<std::uint16_t>(size);
    std::memcpy(cut.data() + 6, &length, 2);
    EXPECT_EQ(parse(cut).kind, RecordKind::kOther) << size;
  }
  // 32-bit code, no registers, more stack than there is.
  for (const Bytes& body : {sample_body(PERF_SAMPLE_REGS_ABI_32),
                            sample_body(PERF_SAMPLE_REGS_ABI_NONE),
                            sample_body(PERF_SAMPLE_REGS_ABI_64, 25)}) {
    EXPECT_EQ(parse(record_of(PERF_RECORD_SAMPLE, body)).kind,
              RecordKind::kOther);
  }
}

TEST(NativeMaps, TakesFilesOnly) {
  const auto found = parse_maps(
      "7f00-8f00 r-xp 00001000 fe:00 820921                   /usr/lib/a b.so\n"
      "8f00-9f00 rw-p 00000000 00:00 0 \n"
      "9f00-af00 rw-p 00000000 00:00 0                        [heap]\n"
      "nonsense\n"
      "af00-bf00 r--p 00000000 fe:00 7                        /x (deleted)");
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0], (Mapping{0x7f00, 0x8f00, 0x1000, "fe:00", 820921,
                               "/usr/lib/a b.so", true}));
  EXPECT_EQ(found[1].path, "/x (deleted)");
  EXPECT_FALSE(found[1].executable);
  EXPECT_TRUE(parse_maps("").empty());
}

TEST(NativeNames, AreThoseThatPeopleWrite) {
  EXPECT_EQ(library_name("/usr/lib/libz.so.1.2.13"), "libz");
  EXPECT_EQ(library_name("/x/libscipy_openblas64_-ff651d7f.so"),
            "libscipy_openblas64_");
  EXPECT_EQ(library_name("/x/_zlib.cpython-311-x86_64-linux-gnu.so"), "_zlib");
  EXPECT_EQ(library_name("/x/_m.abi3.so"), "_m");
  EXPECT_EQ(library_name("/usr/bin/python3.11"), "python3.11");
  EXPECT_EQ(function_name("deflate_slow"), "deflate_slow");
  EXPECT_EQ(function_name("work.part.0.cold"), "work");
  EXPECT_EQ(function_name("memcpy@@GLIBC_2.14"), "memcpy");
  EXPECT_EQ(function_name("_ZN3foo3barEi"), "foo::bar(int)");
  EXPECT_EQ(function_name("_Znonsense"), "_Znonsense");
}

TEST(NativeFunctions, AreFoundByAddress) {
  FunctionTable table;
  const std::vector<ElfFunction> functions = {{100, 50, "__outer"},
                                              {100, 50, "outer"},
                                              {100, 10, "short"},
                                              {120, 5, "inner"},
                                              {300, 10, "last"}};
  table.add(functions);
  const auto name = [&](std::uint64_t address) -> std::string {
    const ElfFunction* found = table.find(address);
    return found ? std::string(found->name) : "";
  };
  EXPECT_EQ(name(99), "");
  EXPECT_EQ(name(100), "outer");
  EXPECT_EQ(name(122), "inner");
  EXPECT_EQ(name(130), "outer");  // behind the inner one
  EXPECT_EQ(name(150), "");
  EXPECT_EQ(name(309), "last");
  EXPECT_EQ(name(310), "");
  ASSERT_NE(table.named("inner"), nullptr);
  EXPECT_EQ(table.named("inner")->address, 120u);
  EXPECT_EQ(table.named("none"), nullptr);
}

/// A library whose code lies at other addresses than in the file, and whose
/// segments share a page of it: as tools leave them that edit libraries.
std::string small_elf() {
  Elf64_Ehdr head = {};
  std::memcpy(head.e_ident, ELFMAG, SELFMAG);
  head.e_ident[EI_CLASS] = ELFCLASS64;
  head.e_phoff = sizeof head;
  head.e_phnum = 3;
  const std::string names("\0work\0gone\0", 11);
  const std::string titles("\0.symtab\0.note.gnu.build-id\0.gnu_debuglink\0",
                           44);
  const std::uint64_t at = sizeof head + 3 * sizeof(Elf64_Phdr);
  const std::uint64_t symbols = at;
  const std::uint64_t text = symbols + 3 * sizeof(Elf64_Sym);
  const std::uint64_t note = text + 56;  // names and titles, padded
  const std::uint64_t link = note + 20;
  const std::uint64_t sections = link + 12;
  head.e_shoff = sections;
  head.e_shnum = 5;
  head.e_shstrndx = 2;
  Elf64_Phdr first = {}, code = {}, table = {};
  first.p_type = code.p_type = PT_LOAD;
  first.p_filesz = 0x800;
  code.p_offset = 0x800;
  code.p_vaddr = 0x2800;
  code.p_filesz = 0x800;
  table.p_type = PT_GNU_EH_FRAME;
  table.p_vaddr = 0x2900;
  const auto function = [](std::uint32_t name, std::uint16_t where) {
    Elf64_Sym symbol = {};
    symbol.st_name = name;
    symbol.st_info = ELF64_ST_INFO(STB_GLOBAL, STT_FUNC);
    symbol.st_shndx = where;
    symbol.st_value = 0x2810;
    symbol.st_size = 32;
    return symbol;
  };
  const auto section = [](std::uint32_t name, std::uint32_t type,
                          std::uint64_t offset, std::uint64_t size) {
    Elf64_Shdr made = {};
    made.sh_name = name;
    made.sh_type = type;
    made.sh_offset = offset;
    made.sh_size = size;
    return made;
  };
  Elf64_Shdr symtab = section(1, SHT_SYMTAB, symbols, 3 * sizeof(Elf64_Sym));
  symtab.sh_link = 1;
  Bytes file;
  file.put(head).put(first).put(code).put(table);
  file.put(Elf64_Sym{}).put(function(1, 1)).put(function(6, SHN_UNDEF));
  file.text(names).text(titles).text(std::string(1, '\0'));
  file.put(Elf64_Nhdr{4, 4, NT_GNU_BUILD_ID}).text(std::string("GNU\0", 4));
  file.text("\xab\xcd\xef\x01").text("so.debug").text(std::string(4, '\0'));
  file.put(symtab).put(section(0, SHT_STRTAB, text, names.size()));
  file.put(section(0, SHT_STRTAB, text + names.size(), titles.size()));
  file.put(section(9, SHT_NOTE, note, 20));
  file.put(section(28, SHT_PROGBITS, link, 12));
  std::string whole = file.str();
  whole.resize(0x1000, '\x90');
  return whole;
}

TEST(ElfFile, TellsWhatUnwindingNeeds) {
  auto dir = TempDir::create("native-test-");
  ASSERT_TRUE(dir.ok());
  const std::string path = dir->path() + "/libwork.so";
  ASSERT_TRUE(write_file(path, small_elf()).ok());
  auto file = ElfFile::open(path);
  ASSERT_TRUE(file.ok());
  EXPECT_EQ(file->functions(),
            (std::vector<ElfFunction>{{0x2810, 32, "work"}}));
  EXPECT_EQ(file->unwind_table(), 0x2900u);
  EXPECT_EQ(file->build_id(), "abcdef01");
  EXPECT_EQ(file->debug_link(), "so.debug");
  EXPECT_EQ(file->first_offset(), 0u);
  EXPECT_EQ(file->bytes_at(0x2fff, 1), "\x90");
  EXPECT_EQ(file->bytes_at(0x2fff, 2), "");
  EXPECT_EQ(file->bytes_at(0x1000, 1), "");
  EXPECT_EQ(file->bytes_at(~0ULL, 8), "");
  // Any shorter file: no names, and nothing outside of it is read.
  for (std::size_t size = 64; size < 900; size += 7) {
    ASSERT_TRUE(write_file(path, small_elf().substr(0, size)).ok());
    auto cut = ElfFile::open(path);
    if (!cut.ok()) continue;
    cut->functions();
    cut->build_id();
    cut->debug_link();
    EXPECT_EQ(cut->bytes_at(0x2fff, 1), "");
  }
}

TEST(NativeModules, NameOurOwnFunctions) {
  Modules modules(static_cast<int>(::getpid()));
  EXPECT_TRUE(modules.is_due(0, 1));
  modules.read(1);
  const auto here = reinterpret_cast<Address>(&parse_maps);
  const Module* module = modules.find(here + 1);
  ASSERT_NE(module, nullptr);
  const ElfFunction* function = module->function_at(here + 1);
  ASSERT_NE(function, nullptr);
  EXPECT_NE(function_name(function->name).find("parse_maps"),
            std::string::npos);
  EXPECT_NE(module->unwind_table(), 0u);
  EXPECT_EQ(module->bytes_at(here, 8),
            std::string_view(reinterpret_cast<const char*>(here), 8));
  EXPECT_EQ(modules.find(16), nullptr);
  EXPECT_FALSE(modules.is_due(here, 1.5));
  EXPECT_TRUE(modules.is_due(16, 1.5));  // it may be new
  EXPECT_FALSE(modules.is_due(16, 1.01));
  EXPECT_TRUE(modules.is_due(here, 3));
  modules.read(3);  // what it has opened is mapped here, too
  const int generation = modules.generation();
  modules.expire();
  EXPECT_TRUE(modules.is_due(here, 3));
  modules.read(3);
  EXPECT_EQ(modules.generation(), generation);  // nothing has changed
}

Frame frame(int line) { return {"a.py", "f", line, 1}; }

TEST(LoopPosition, FindsTheRegisterOfInstructions) {
  std::string code;
  for (int i = 0; i < 60; ++i) {
    code += std::string("\x41\x0f\xb7\x07", 4);  // movzwl (%r15), %eax
    if (i % 3 == 0) code += std::string("\x0f\xb6\x43\x08", 4);  // 8(%rbx)
  }
  EXPECT_EQ(instruction_register(code), kR15);
  std::string mixed;
  for (int i = 0; i < 60; ++i) {
    mixed += std::string("\x41\x0f\xb7\x45\x00", 5);  // 0(%r13)
    mixed += std::string("\x0f\xb7\x45\x00", 4);      // 0(%rbp)
  }
  EXPECT_EQ(instruction_register(mixed), -1);
  EXPECT_EQ(instruction_register(std::string("\x41\x0f\xb7\x07\x00", 5)), -1);
  EXPECT_EQ(instruction_register(""), -1);
}

// Code behind a call, with enough of what follows.
std::string behind(std::string_view code) {
  return std::string(code) + std::string(16, '\x90');
}

TEST(LoopPosition, SeesWhereTheRegisterIsLoadedAgain) {
  using namespace std::literals;
  // mov 0x10(%rsp), %r10
  EXPECT_EQ(loaded_from(behind("\x4c\x8b\x54\x24\x10"sv), kR8 + 2), 0x10u);
  EXPECT_EQ(loaded_from(behind("\x4c\x8b\x54\x24\x10"sv), kR8 + 3),
            std::nullopt);
  EXPECT_EQ(loaded_from(behind("\x4c\x8b\x54\x24\x10"sv), -1), std::nullopt);
  // test %rax, %rax; je …; mov 0x148(%rsp), %rsi
  EXPECT_EQ(loaded_from(behind("\x48\x85\xc0\x74\x20"
                               "\x48\x8b\xb4\x24\x48\x01\x00\x00"sv),
                        kRsi),
            0x148u);
  // mov 0x10(%rsp), %rax, which is another register, comes first.
  EXPECT_EQ(loaded_from(behind("\x48\x8b\x44\x24\x10"
                               "\x4c\x8b\x54\x24\x10"sv),
                        kR8 + 2),
            0x10u);
}

TEST(LoopPosition, BelievesNoSlotThatIsWrittenFirstOrNotReached) {
  using namespace std::literals;
  const auto load = "\x4c\x8b\x54\x24\x10"s;
  for (const std::string_view before : {
           "\x48\x89\x44\x24\x10"sv,              // mov %rax, 0x10(%rsp)
           "\xc7\x44\x24\x10\x01\x00\x00\x00"sv,  // movl $1, 0x10(%rsp)
           "\x0f\x29\x44\x24\x08"sv,              // movaps %xmm0, 8(%rsp)
           "\x48\x89\x84\x24\x10\x00\x00\x00"sv,  // the same distance, longer
           "\xe9\x10\x00\x00\x00"sv,              // jmp
           "\xeb\x10"sv,
           "\xff\x24\xc5\x00\x00\x00\x00"sv,  // jmp *(,%rax,8)
           "\x5f\xc3"sv,                      // pop %rdi; ret
           "\x48\x83\xc4\x10"sv,              // add $16, %rsp
       }) {
    EXPECT_EQ(loaded_from(behind(std::string(before) + load), kR8 + 2),
              std::nullopt);
  }
  EXPECT_EQ(loaded_from(load, kR8 + 2), std::nullopt);  // cut short
  EXPECT_EQ(loaded_from("", kR8 + 2), std::nullopt);
  EXPECT_EQ(loaded_from(std::string(64, '\x90'), kR8 + 2), std::nullopt);
}

TEST(LoopPosition, SeesSlotsByTheBasePointer) {
  using namespace std::literals;
  // mov -0x258(%rbp), %r10
  const auto far = "\x4c\x8b\x95\xa8\xfd\xff\xff"s;
  EXPECT_EQ(loaded_from(behind(far), kR8 + 2, 0x2d0), 0x78u);
  EXPECT_EQ(loaded_from(behind(far), kR8 + 2), std::nullopt);
  // mov -8(%rbp), %r10
  EXPECT_EQ(loaded_from(behind("\x4c\x8b\x55\xf8"sv), kR8 + 2, 0x2d0), 0x2c8u);
  // By the stack pointer as before.
  EXPECT_EQ(loaded_from(behind("\x4c\x8b\x54\x24\x10"sv), kR8 + 2, 0x2d0),
            0x10u);
  for (const std::string_view before : {
           "\x48\x89\x85\xa8\xfd\xff\xff"sv,  // mov %rax, -0x258(%rbp)
           "\x48\x89\x44\x24\x78"sv,          // the same, by %rsp
       }) {
    EXPECT_EQ(loaded_from(behind(std::string(before) + far), kR8 + 2, 0x2d0),
              std::nullopt);
  }
}

TEST(LoopPosition, TheBasePointerIsKeptWhereItIsSetFirst) {
  using namespace std::literals;
  EXPECT_TRUE(keeps_base("\xf3\x0f\x1e\xfa\x55\x48\x89\xe5\x48"sv));
  EXPECT_TRUE(keeps_base("\x55\x48\x89\xe5"sv));
  EXPECT_FALSE(keeps_base("\x55\x41\x57\x41\x56\x48\x89\xe5"sv));
  EXPECT_FALSE(keeps_base(""));
}

TEST(LoopPosition, BelievesTheSlotThatIsLoaded) {
  LoopPosition position;
  LoopFrame loop{1, false, {{34, frame(9)}, {35, frame(3)}}, slot_place(32, 8)};
  EXPECT_EQ(loop.loaded, 35);
  EXPECT_EQ(position.line(loop), frame(3));
  loop.loaded = slot_place(32, 0);  // holds no pointer
  EXPECT_EQ(position.line(loop), std::nullopt);
  EXPECT_EQ(slot_place(32, 32), std::nullopt);
  EXPECT_EQ(slot_place(32, 12), std::nullopt);
  // Not against the evidence.
  loop.loaded = 35;
  for (int i = 0; i < 3; ++i) {
    const Frame nine = frame(9);
    position.learn(loop, &nine);
  }
  EXPECT_EQ(position.line(loop), std::nullopt);
}

TEST(LoopPosition, FindsPointersBehindInstructions) {
  const std::vector<Bytecode> codes = {{1000, 1020, 1}};
  const LineOf line_of = [](const Bytecode&, std::size_t unit) {
    return std::optional<Frame>(frame(static_cast<int>(unit)));
  };
  std::array<Address, kRegisterCount> registers{};
  registers[kRbx] = 1000;  // none has been executed
  registers[kRbp] = 1002;
  registers[kR15] = 1020;  // behind the last
  registers[kRax] = 1005;  // in the middle of one
  const std::vector<Address> words = {1006, 7, 1022};
  const auto found =
      find_pointers(registers, std::as_bytes(std::span(words)), codes, line_of);
  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(found[0], (Pointer{kRbp, frame(0)}));
  EXPECT_EQ(found[1], (Pointer{kR15, frame(9)}));
  EXPECT_EQ(found[2], (Pointer{35, frame(2)}));  // the third from the top
}

TEST(LoopPosition, BelievesTheRegister) {
  LoopPosition position;
  LoopFrame loop{1, false, {{kRbx, frame(3)}, {40, frame(9)}}, {}};
  EXPECT_EQ(position.line(loop), std::nullopt);
  position.set_register(kRbx);
  EXPECT_EQ(position.line(loop), frame(3));
  loop.innermost = true;
  EXPECT_EQ(position.line(loop), frame(3));
  loop.pointers.erase(loop.pointers.begin());
  EXPECT_EQ(position.line(loop), std::nullopt);
}

TEST(LoopPosition, BelievesSlotsWithEvidenceOnly) {
  LoopPosition position;
  const Frame three = frame(3), nine = frame(9);
  const LoopFrame loop{1, false, {{40, three}, {50, nine}}, {}};
  for (int i = 0; i < 5; ++i) position.learn(loop, &three);
  EXPECT_EQ(position.line(loop), std::nullopt);
  position.learn(loop, &three);
  EXPECT_EQ(position.line(loop), three);  // the other one was wrong each time
  position.learn(loop, nullptr);
  // At another call nothing is known.
  EXPECT_EQ(position.line({2, false, loop.pointers, {}}), std::nullopt);
  // Another place that was never wrong here tells another line.
  EXPECT_EQ(position.line({1, false, {{40, three}, {60, nine}}, {}}),
            std::nullopt);
  // No longer, when it is wrong more often.
  position.learn(loop, &nine);
  EXPECT_EQ(position.line(loop), std::nullopt);
}

TEST(NativeTally, KeepsNoMoreFunctionsThanItHasRoomFor) {
  NativeTally tally;
  for (int i = 0; i < 100'000; ++i) {
    EXPECT_EQ(tally.function({std::to_string(i), "", false}), i);
  }
  const int other = tally.function({"one more", "libz", false});
  EXPECT_EQ(tally.function({"and another", "", true}), other);
  EXPECT_EQ(tally.function({"7", "", false}), 7);
  tally.count({"main.py", "work", 9, 8}, {other});
  Profile profile;
  tally.fill(profile);
  ASSERT_EQ(profile.native.functions.size(), 100'001u);
  EXPECT_EQ(profile.native.functions.at(static_cast<std::size_t>(
                profile.native.stacks[0].functions[0])),
            NativeFunction{});
}

TEST(NativeTally, CountsByLineAndFunctions) {
  NativeTally tally;
  tally.ask(250);
  const int deflate = tally.function({"deflate", "libz", false});
  EXPECT_EQ(tally.function({"deflate", "libz", false}), deflate);
  const int other = tally.function({"deflate", "libother", false});
  EXPECT_NE(other, deflate);
  tally.count(frame(9), {deflate});
  tally.count(frame(9), {deflate});
  tally.count(frame(3), {});
  tally.lose(NativeTally::Lost::kNoLine);
  tally.lose(NativeTally::Lost::kNoRoom, 4);
  tally.refuse("one");
  tally.refuse("two");
  Profile profile;
  tally.fill(profile);
  const NativeCosts& native = profile.native;
  EXPECT_TRUE(native.asked);
  EXPECT_EQ(native.refused, "one");
  EXPECT_EQ(native.joined, 3);
  EXPECT_EQ(native.no_line, 1);
  EXPECT_EQ(native.no_room, 4);
  ASSERT_EQ(native.stacks.size(), 2u);
  EXPECT_EQ(native.stacks[0], (NativeStack{"a.py", 3, "f", {}, 1}));
  EXPECT_EQ(native.stacks[1], (NativeStack{"a.py", 9, "f", {deflate}, 2}));
}

TEST(NativeShares, NameTheWayIntoALibrary) {
  Profile profile;
  NativeCosts& native = profile.native;
  native.functions = {{"zlib_compress", "zlib", false},
                      {"deflate", "libz", false},
                      {"", "libz", false},
                      {"PyObject_Vectorcall", "python3.11", true},
                      {"builtin_sorted", "python3.11", true},
                      {"", "", false}};
  native.stacks = {
      {"a.py", 9, "f", {3, 0, 1, 2}, 5}, {"a.py", 9, "f", {3, 0, 1}, 3},
      {"a.py", 9, "f", {3, 4}, 4},       {"a.py", 9, "f", {}, 2},
      {"a.py", 9, "f", {3}, 1},          {"a.py", 9, "f", {2}, 1},
      {"a.py", 9, "f", {5}, 1},          {"b.py", 9, "f", {0}, 99}};
  EXPECT_EQ(native_shares(profile, "a.py", 9),
            (std::vector<NativeShare>{{"zlib_compress → deflate (libz)", 8},
                                      {"builtin_sorted (the interpreter)", 4},
                                      {"bytecode", 2},
                                      {"code in no file", 1},
                                      {"functions of the interpreter", 1},
                                      {"libz", 1}}));
  EXPECT_TRUE(native_shares(profile, "a.py", 8).empty());
}

}  // namespace
}  // namespace ppp::profiler::native
