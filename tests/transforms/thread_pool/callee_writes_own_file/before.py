import shutil
import tempfile
import time
from pathlib import Path


def download(number, folder):
    name = f"part-{number:03d}.bin"
    time.sleep(0.0001 * (number % 7))
    data = name.encode() * number
    (folder / name).write_bytes(data)
    return len(data)


def main():
    folder = Path(tempfile.mkdtemp())
    total = 0
    for number in range(150):
        total += download(number, folder)
    names = sorted(path.name for path in folder.iterdir())
    print(total, len(names), names[-1])
    shutil.rmtree(folder)


main()
