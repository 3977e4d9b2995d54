#!/usr/bin/python3
"""Kills the leader of a Patroni cluster under writes, again and again, and counts what was acknowledged and is missing.

Three servers, one etcd and HAProxy, all on the loopback device of this machine, below one folder that is deleted afterwards.
Needs Debian's patroni, etcd-server, haproxy, postgresql; run as root (the servers run as postgres).

    drill.py [--rounds 5] [--writers 4] [--folder AN-EMPTY-ONE] [--bin /usr/lib/postgresql/15/bin]
"""
import argparse, json, os, pwd, shutil, signal, statistics, subprocess, sys, tempfile, threading, time, urllib.request
import psycopg2

NODES = ["a", "b", "c"]
PORT = {n: 5541 + i for i, n in enumerate(NODES)}
API = {n: 8541 + i for i, n in enumerate(NODES)}
FRONT, ETCD = 5540, 8540


def parse():
    p = argparse.ArgumentParser()
    p.add_argument("--rounds", type=int, default=5)
    p.add_argument("--writers", type=int, default=4)
    p.add_argument("--folder", default=os.path.join(tempfile.gettempdir(), "patroni-drill"))
    p.add_argument("--bin", default="/usr/lib/postgresql/15/bin")
    return p.parse_args()


def write(path, text):
    with open(path, "w") as f:
        f.write(text)


def as_postgres(folder, name, *command):
    user = pwd.getpwnam("postgres")
    log = open(f"{folder}/{name}.log", "a")

    def lower():
        os.setsid()
        os.setgid(user.pw_gid)
        os.setuid(user.pw_uid)

    return subprocess.Popen(command, stdout=log, stderr=log, preexec_fn=lower, cwd=folder)


def config(args, node):
    return f"""
scope: drill
name: {node}
restapi: {{listen: "127.0.0.1:{API[node]}", connect_address: "127.0.0.1:{API[node]}"}}
etcd3: {{hosts: ["127.0.0.1:{ETCD}"]}}
bootstrap:
  dcs:
    ttl: 20
    loop_wait: 5
    retry_timeout: 5
    synchronous_mode: true
    synchronous_mode_strict: true
    postgresql:
      use_pg_rewind: true
      parameters: {{synchronous_commit: "on", wal_log_hints: "on", max_connections: 50, shared_buffers: 32MB}}
  initdb: [encoding: UTF8, data-checksums, auth-host: scram-sha-256, auth-local: trust]
  pg_hba: ["local all all trust", "host all all 127.0.0.1/32 scram-sha-256", "host replication all 127.0.0.1/32 scram-sha-256"]
postgresql:
  listen: 127.0.0.1:{PORT[node]}
  connect_address: 127.0.0.1:{PORT[node]}
  data_dir: {args.folder}/{node}
  bin_dir: {args.bin}
  pgpass: {args.folder}/{node}.pass
  parameters: {{unix_socket_directories: "{args.folder}"}}
  authentication:
    superuser: {{username: postgres, password: drill}}
    replication: {{username: replicator, password: drill}}
    rewind: {{username: rewinder, password: drill}}
watchdog: {{mode: "off"}}
"""


def front(folder):
    servers = "\n".join(f"    server {n} 127.0.0.1:{PORT[n]} check port {API[n]}" for n in NODES)
    return f"""
defaults
    mode tcp
    timeout connect 2s
    timeout client 30m
    timeout server 30m
    timeout check 2s
listen leader
    bind 127.0.0.1:{FRONT}
    option httpchk GET /primary
    http-check expect status 200
    default-server inter 1s fastinter 500ms fall 2 rise 1 on-marked-down shutdown-sessions
{servers}
"""


def cluster():
    for node in NODES:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{API[node]}/cluster", timeout=2) as r:
                return {m["name"]: m for m in json.load(r)["members"]}
        except OSError:
            pass
    return {}


def leader():
    return next((n for n, m in cluster().items() if m["role"] in ("leader", "master") and m["state"] == "running"), None)


def wait(what, seconds, test):
    end = time.time() + seconds
    while time.time() < end:
        if test():
            return
        time.sleep(0.2)
    raise SystemExit(f"not in {seconds} s: {what}; {cluster()}")


def settled():
    roles = [m["role"] for m in cluster().values() if m["state"] in ("running", "streaming")]
    return len(roles) == len(NODES) and "sync_standby" in roles and leader() is not None


def connect():
    c = psycopg2.connect(host="127.0.0.1", port=FRONT, user="postgres", password="drill", dbname="postgres", connect_timeout=2,
                         options="-c statement_timeout=5000", tcp_user_timeout=3000)
    c.autocommit = True
    return c


class Writer(threading.Thread):
    def __init__(self, number):
        super().__init__(daemon=True)
        self.number, self.acked, self.times, self.stop = number, [], [], False

    def run(self):
        connection, next_id = None, 0
        while not self.stop:
            row = self.number * 10_000_000 + next_id
            try:
                connection = connection or connect()
                # Sent again with the same number when nobody knows what became of it: applied once.
                connection.cursor().execute("insert into ledger values (%s) on conflict do nothing", (row,))
                self.acked.append(row)
                self.times.append(time.time())
                next_id += 1
            except psycopg2.Error:
                try:
                    connection and connection.close()
                except psycopg2.Error:
                    pass
                connection = None
                time.sleep(0.05)


def missing(acked):
    c = connect()
    cursor = c.cursor()
    cursor.execute("select id from ledger")
    there = {r[0] for r in cursor.fetchall()}
    return len(acked - there), len(there)


def main():
    args = parse()
    shutil.rmtree(args.folder, ignore_errors=True)
    os.makedirs(args.folder)
    shutil.chown(args.folder, "postgres", "postgres")
    etcd = as_postgres(args.folder, "etcd", "etcd", "--data-dir", f"{args.folder}/etcd", "--listen-client-urls", f"http://127.0.0.1:{ETCD}",
                       "--advertise-client-urls", f"http://127.0.0.1:{ETCD}", "--listen-peer-urls", f"http://127.0.0.1:{ETCD - 1}")
    started = [etcd]
    nodes = {}
    try:
        for n in NODES:
            write(f"{args.folder}/{n}.yml", config(args, n))
            shutil.chown(f"{args.folder}/{n}.yml", "postgres", "postgres")
        write(f"{args.folder}/front.cfg", front(args.folder))
        time.sleep(2)
        for n in NODES:
            nodes[n] = as_postgres(args.folder, n, "patroni", f"{args.folder}/{n}.yml")
        started.append(as_postgres(args.folder, "front", "haproxy", "-f", f"{args.folder}/front.cfg"))
        wait("three servers", 120, settled)
        connect().cursor().execute("create table ledger (id bigint primary key)")
        writers = [Writer(i) for i in range(args.writers)]
        for w in writers:
            w.start()
        gaps = []
        for turn in range(1, args.rounds + 1):
            time.sleep(4)
            first = leader()
            began = time.time()
            # the machine of the leader is gone: Patroni and every process of its PostgreSQL
            nodes[first].kill()
            postmaster = int(open(f"{args.folder}/{first}/postmaster.pid").readline())
            os.killpg(os.getpgid(postmaster), signal.SIGKILL)
            wait("writes again", 120, lambda: any(t > began + 1 for w in writers for t in w.times[-1:]))
            again = min(t for w in writers for t in w.times if t > began + 1)
            gaps.append(again - began)
            print(f"kill {turn}: {first} -> {leader()}, writing again after {again - began:.1f} s, {sum(len(w.acked) for w in writers)} acknowledged", flush=True)
            nodes[first] = as_postgres(args.folder, first, "patroni", f"{args.folder}/{first}.yml")
            wait(f"{first} back as a standby", 180, settled)
        for w in writers:
            w.stop = True
        for w in writers:
            w.join(10)
        acked = {r for w in writers for r in w.acked}
        lost, there = missing(acked)
        connect().cursor().execute("delete from ledger where id = %s", (min(acked),))
        control, _ = missing(acked)
        print(f"{args.rounds} leaders killed, {len(acked)} acknowledged, {there} there, {lost} lost; writing again after "
              f"{statistics.median(gaps):.1f} s (median), {max(gaps):.1f} s (longest); control: one row deleted, {control} found missing")
        sys.exit(0 if lost == 0 and control == 1 else 1)
    finally:
        for p in list(nodes.values()) + started[::-1]:
            p.terminate()
        for p in list(nodes.values()) + started:
            try:
                p.wait(20)
            except subprocess.TimeoutExpired:
                p.kill()
        shutil.rmtree(args.folder, ignore_errors=True)


main()
