"""The facts of a contest as typed, frozen records: one module a noun, references by id."""

from generator.model.award import AwardScheme, Prize, Quota, QuotaScope, SpecialAward
from generator.model.branch import Branch
from generator.model.case import CaseFile, CaseText, Metric, Quote, WinningCase, WrittenCase
from generator.model.contest import Contest, SearchWords, Sector, Words
from generator.model.edition import Edition, EditionFile
from generator.model.entry import Change, ChangeKind, Entries, Entry, EntryList, ListKind
from generator.model.handbook import BookPlan, Colophon, Essay, Handbook
from generator.model.judging import Indicator, Judging, Rubric
from generator.model.notice import Faq, FaqItem, FreePage, Notice, NoticeFile, PageFile
from generator.model.record import BranchId, CaseId, EditionId, NoticeId, PageId, Picture, Record, SectorId, TrackId
from generator.model.statistics import Statistics, Submitted
from generator.model.timeline import Approximation, Phase, PhaseKind, Timeline
from generator.model.track import Topic, TopicGroup, TopicLinks, Track, TrackFile, TrackKind
