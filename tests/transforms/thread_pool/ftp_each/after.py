import ftplib
from concurrent.futures import ThreadPoolExecutor


def list_files(host):
    names = []
    try:
        with ftplib.FTP(host, timeout=5) as ftp:
            ftp.login()
            ftp.cwd("pub")
            for name in ftp.nlst():
                names.append((name, ftp.size(name)))
            ftp.retrbinary("RETR README", names.append)
    except ftplib.error_perm as error:
        return host, str(error)
    except OSError as error:
        return host, type(error).__name__
    return host, names


def main():
    found = {}

    def list_files_for_number(number):
        return list_files("127.0.0.%d" % (number + 1))

    with ThreadPoolExecutor(max_workers=32) as pool:
        for host, names in pool.map(list_files_for_number, range(12)):
            found[host] = names
    print(found)


if __name__ == "__main__":
    main()
