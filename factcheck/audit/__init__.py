"""Auditing archives: every article judged by the reports before it, in five passes.

archive    where documents are → units to read, one after the other
settings   what the result depends on; whether a stopped audit may go on by them
units      pieces of an archive, read on demand
web_archive  WARC files → units
folder     the output folder: settings, parts, the lock, files that appear whole
jobs       the passes as what processes are told to do
priors     what is on record before
parts      documents with their claims ↔ files, part by part
reading    pass 1: units → parts, by several processes
preparing  pass 2: batches in order of publication → a store of the archive's own
arranging  before that: parts → batches in order of publication
inside     meanwhile: parts → findings inside documents
judging    pass 3: batches in order of publication → judged claims, by several processes
tables     judged claims as the rows of a table
looking_up  documents with their claims → what the record holds on each, by one join
weighing   a claim beside the priors that may vouch for it → its result
yardsticks  judged claims → the figures found wrong, which are no yardstick for the others
rejudging  pass 4: the verdicts that were owed to those, given anew
corrections  which figure each takes back; the later articles that carry it
findings   judged claims → findings, one for each figure of an event
report     findings → pages and tables
concluding pass 5: all that an audit leaves
crew       processes that share numbered work
warm       what they all need, loaded once
progress   how far it is
run        the passes, in order
"""
