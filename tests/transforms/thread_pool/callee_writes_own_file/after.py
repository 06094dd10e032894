import shutil
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path


def download(number):
    name = f"part-{number:03d}.bin"
    time.sleep(0.001 * (5 - number))
    data = name.encode() * number
    return name, data


def finish_download(folder, name, data):
    (folder / name).write_bytes(data)
    return len(data)


def main():
    folder = Path(tempfile.mkdtemp())
    total = 0
    with ThreadPoolExecutor(max_workers=32) as pool:
        for result in pool.map(download, range(5)):
            total += finish_download(folder, *result)
    print(total, sorted(path.name for path in folder.iterdir()))
    shutil.rmtree(folder)


main()
